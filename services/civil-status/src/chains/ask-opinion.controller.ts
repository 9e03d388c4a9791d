import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { OpinionAskedV1 } from '@lienthong/contracts';
import { InstantText, Personal, schemaOf, Text } from '@lienthong/envelope';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles, TimerBook } from '@lienthong/service-host';
import { civilErrors } from '../civil-status.errors';
import { chainView } from './chain.response';
import { noted, requireStatus, toOffice } from './chain.rules';
import { CivilChainEntity } from './civil-chain.entity';
import { OPINION_TIMER } from './late-opinion';
import { askableBranch, withBranch } from './opinion.rules';
import { receiverOf } from './receivers.rules';

class AskOpinionRequest {
  @Personal()
  @Text({ max: 2000 })
  readonly question: string;

  /** By when the answer is needed. */
  @InstantText()
  readonly dueAt: string;
}

const BRANCH = 'residence';

/** Asks the police of the branch for its opinion before the registrar decides (liên thông theo chiều ngang). */
@ApiTags('chains')
@Controller('chains')
export class AskOpinionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly clock: Clock,
  ) {}

  @Post(':code/opinions')
  @HttpCode(200)
  @Roles('registrar')
  @Creates()
  @ApiBody({ schema: schemaOf(AskOpinionRequest) as object })
  async ask(
    @Param('code') code: string,
    @Body() { question, dueAt }: AskOpinionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const chain = await this.unitOfWork.get(CivilChainEntity, code);
    requireOffice(actor, chain.office);
    requireStatus(chain, 'ask-opinion', 'received', 'drafted');
    const at = this.clock.now();
    const file = askableBranch(chain, BRANCH);
    if (new Date(dueAt) <= at) throw civilErrors.OPINION_DUE_PASSED({ dueAt });
    const { member, office } = receiverOf(chain, BRANCH, localDate(at));
    const body = { dossierCode: code, subDossierCode: `${code}/${BRANCH}`, dueAt, question };
    this.unitOfWork.send(OpinionAskedV1, body, toOffice(chain, member, office));
    const waiting = withBranch(chain, BRANCH, { ...file, opinion: { office, dueAt } });
    const asked = noted(waiting, { at, by: actor.id }, { what: 'opinion-asked', reason: question });
    await this.timers.set(OPINION_TIMER, code, new Date(dueAt));
    this.unitOfWork.save(CivilChainEntity, asked);
    return chainView(asked);
  }
}
