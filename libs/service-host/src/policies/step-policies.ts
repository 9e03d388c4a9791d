import { Inject, Injectable } from '@nestjs/common';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { ServiceDefinition, StepPolicyKind } from '../service-definition';
import { SERVICE_DEFINITION } from '../host/tokens';
import { policyErrors } from './policy.errors';
import { StepPolicy } from './step-policy.entity';

/** A step with the policy in force. */
export interface StepPolicyView {
  readonly step: string;
  readonly policy: StepPolicyKind;
  readonly changedBy?: string;
  readonly changedAt?: string;
}

/** For the `reads` of a handler: the policies that it asks for come with its batch. */
export function policiesOf(...steps: readonly string[]): readonly [typeof StepPolicy, () => readonly string[]] {
  return [StepPolicy, () => steps];
}

/** Which steps of this agency run by themselves. Inside a unit of work each step is read once. */
@Injectable()
export class StepPolicies {
  private readonly defaults: Readonly<Record<string, StepPolicyKind>>;

  constructor(
    @Inject(SERVICE_DEFINITION) definition: ServiceDefinition,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    this.defaults = definition.steps ?? {};
  }

  /** Whether the service does the step itself when the dossier is clean. @throws policies.STEP_UNKNOWN */
  async isAutomatic(step: string): Promise<boolean> {
    return (await this.view(step)).policy === 'automatic-when-clean';
  }

  /** All steps of the agency, in the order of the definition. */
  async list(): Promise<readonly StepPolicyView[]> {
    const views: StepPolicyView[] = [];
    for (const step of Object.keys(this.defaults)) views.push(await this.view(step));
    return views;
  }

  /** Decides about a step. @throws policies.STEP_UNKNOWN */
  async decide(step: string, policy: StepPolicyKind, changedBy: string): Promise<StepPolicyView> {
    this.defaultOf(step);
    await this.unitOfWork.find(StepPolicy, step);
    const decided = { step, policy, changedBy, changedAt: this.clock.now() };
    this.unitOfWork.save(StepPolicy, decided);
    return viewOf(decided);
  }

  private async view(step: string): Promise<StepPolicyView> {
    const policy = this.defaultOf(step);
    const decided = await this.unitOfWork.read(StepPolicy, step);
    return decided ? viewOf(decided) : { step, policy };
  }

  private defaultOf(step: string): StepPolicyKind {
    const policy = Object.hasOwn(this.defaults, step) ? this.defaults[step] : undefined;
    if (!policy) throw policyErrors.STEP_UNKNOWN({ step, known: Object.keys(this.defaults) });
    return policy;
  }
}

function viewOf({ step, policy, changedBy, changedAt }: StepPolicy): StepPolicyView {
  return { step, policy, changedBy, changedAt: instantText(changedAt) };
}
