import { Controller } from '@nestjs/common';
import { ResultHandedOverV1 } from '@lienthong/contracts';
import { messageOf, type Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../chains/act';
import { ChainRun } from '../chains/chain-run';
import { noted, requireDesk } from '../chains/chain.rules';
import { CivilChainEntity } from '../chains/civil-chain.entity';

/** The citizen has the results: the chain is closed. */
@Controller()
export class ResultHandedOverHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly clock: Clock,
  ) {}

  @Handles(ResultHandedOverV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ResultHandedOverV1>): Promise<void> {
    const act = actOf(message, this.clock.now());
    const chain = await this.unitOfWork.get(CivilChainEntity, message.body.dossierCode);
    requireDesk(chain, message.senderOffice);
    const { type } = messageOf(ResultHandedOverV1);
    await this.run.take(noted(chain, act, { what: 'handed-over' }), { kind: 'message', type, at: act.at }, act);
  }
}
