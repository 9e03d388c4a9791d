import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { undeliveredStep, versionOf } from '@lienthong/procedures';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { civilErrors } from '../civil-status.errors';
import { AskBranches } from './ask-branches';
import { ChainRun } from './chain-run';
import { noted } from './chain.rules';
import { chainView } from './chain.response';
import { CivilChainEntity } from './civil-chain.entity';

/** The registrar has seen to a request that could not be delivered: it goes out again, to whoever answers for the commune now. */
@ApiTags('chains')
@Controller('chains')
export class AskAgainController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly asks: AskBranches,
    private readonly run: ChainRun,
    private readonly clock: Clock,
  ) {}

  @Post(':code/branches/:branch/ask-again')
  @HttpCode(200)
  @Roles('registrar')
  async again(
    @Param('code') code: string,
    @Param('branch') branch: string,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.unitOfWork.get(CivilChainEntity, code);
    requireOffice(actor, chain.office);
    const undelivered = undeliveredStep(versionOf(chain.instance), chain.instance, branch);
    if (!undelivered) throw civilErrors.NOTHING_TO_ASK_AGAIN({ dossierCode: code, branch });
    const act = { at: this.clock.now(), by: actor.id };
    const asked = this.asks.ask(chain, { kind: 'ask', ...undelivered, branch }, act);
    const { type } = undelivered;
    const told = noted(asked, act, { what: `asked-again: ${branch}` });
    return chainView(await this.run.take(told, { kind: 'message', type, branch, at: act.at }, act));
  }
}
