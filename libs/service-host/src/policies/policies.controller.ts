import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OneOf } from '@lienthong/envelope';
import type { Actor } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import type { StepPolicyKind } from '../service-definition';
import { StepPolicies, type StepPolicyView } from './step-policies';

const POLICIES = ['manual', 'automatic-when-clean'] as const;

export class DecidePolicyRequest {
  @OneOf(POLICIES)
  readonly policy: StepPolicyKind;
}

@ApiTags('policies')
@Controller('policies')
export class PoliciesController {
  constructor(private readonly policies: StepPolicies) {}

  @Get()
  @Roles('agency-leader', 'monitor')
  async list(): Promise<{ items: readonly StepPolicyView[] }> {
    return { items: await this.policies.list() };
  }

  @Put(':step')
  @Roles('agency-leader')
  decide(
    @Param('step') step: string,
    @Body() { policy }: DecidePolicyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<StepPolicyView> {
    return this.policies.decide(step, policy, actor.id);
  }
}
