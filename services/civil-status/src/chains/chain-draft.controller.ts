import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { RecordNumberProblem } from '../population/record-number-problem';
import { CorrectDraftRequest, NumberProblemRequest, StopChainRequest } from './chain-draft.request';
import { chainView } from './chain.response';
import { CivilChainEntity } from './civil-chain.entity';
import { CorrectDraft } from './correct-draft';
import { StopChain } from './stop-chain';

/** What happens to a chain beside its usual way: a draft corrected, a number that does not come, a stop. */
@ApiTags('chains')
@Controller('chains')
export class ChainDraftController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly correctDraft: CorrectDraft,
    private readonly stopChain: StopChain,
    private readonly numberProblem: RecordNumberProblem,
    private readonly clock: Clock,
  ) {}

  @Post(':code/correct')
  @HttpCode(200)
  @Decides(CivilChainEntity, { param: 'code' })
  @Roles('registrar')
  @ApiBody({ schema: schemaOf(CorrectDraftRequest) as object })
  async correct(
    @Param('code') code: string,
    @Body() request: CorrectDraftRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.own(code, actor);
    return chainView(await this.correctDraft.correct(chain, request, { at: this.clock.now(), by: actor.id }));
  }

  @Post(':code/number-problem')
  @HttpCode(200)
  @Decides(CivilChainEntity, { param: 'code' })
  @Roles('registrar')
  @ApiBody({ schema: schemaOf(NumberProblemRequest) as object })
  async number(
    @Param('code') code: string,
    @Body() { note }: NumberProblemRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.own(code, actor);
    return chainView(await this.numberProblem.record(chain, note, { at: this.clock.now(), by: actor.id }));
  }

  @Post(':code/stop')
  @HttpCode(200)
  @Decides(CivilChainEntity, { param: 'code' })
  @Roles('civil-leader')
  @ApiBody({ schema: schemaOf(StopChainRequest) as object })
  async stop(
    @Param('code') code: string,
    @Body() request: StopChainRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.own(code, actor);
    return chainView(await this.stopChain.stop(chain, request, { at: this.clock.now(), by: actor.id }));
  }

  private async own(code: string, actor: Actor): Promise<CivilChainEntity> {
    const chain = await this.unitOfWork.get(CivilChainEntity, code);
    requireOffice(actor, chain.office);
    return chain;
  }
}
