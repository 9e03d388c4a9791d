import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { LaterActs } from './later-acts';
import { CorrectBirthRequest, RevokeDeathRequest } from './later-acts.request';
import { entryView } from './register-entry.response';

/** Corrections and cancellations, each by a decision whose number stands in the register. */
@ApiTags('registers')
@Controller()
export class LaterActsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: LaterActs,
    private readonly clock: Clock,
  ) {}

  @Post('births/:code/corrections')
  @HttpCode(200)
  @Roles('civil-leader')
  @Creates()
  @ApiBody({ schema: schemaOf(CorrectBirthRequest) as object })
  async correct(
    @Param('code') code: string,
    @Body() request: CorrectBirthRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.own(code, actor);
    return entryView(await this.acts.correct(chain, request, { at: this.clock.now(), by: actor.id }));
  }

  @Post('deaths/:code/revocation')
  @HttpCode(200)
  @Roles('civil-leader')
  @Creates()
  @ApiBody({ schema: schemaOf(RevokeDeathRequest) as object })
  async revoke(
    @Param('code') code: string,
    @Body() request: RevokeDeathRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.own(code, actor);
    return entryView(await this.acts.revoke(chain, request, { at: this.clock.now(), by: actor.id }));
  }

  private async own(code: string, actor: Actor): Promise<CivilChainEntity> {
    const chain = await this.unitOfWork.get(CivilChainEntity, code);
    requireOffice(actor, chain.office);
    return chain;
  }
}
