import { Controller } from '@nestjs/common';
import { actOf, FuneralAllowanceToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { atHome } from '../act';
import { ClaimRow } from './claim.entity';
import { ProcessClaim } from './process-claim';

/** Social insurance has answered; a claim that has ended meanwhile stays as it is. */
@Controller()
export class FuneralAllowanceToldHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly process: ProcessClaim,
    private readonly clock: Clock,
  ) {}

  @Handles(FuneralAllowanceToldV1, {
    loads: [[ClaimRow, (body) => body.dossierCode]],
    reads: [policiesOf('decide')],
  })
  async handle(message: Received<FuneralAllowanceToldV1>): Promise<void> {
    const { dossierCode, entitled, amountDong, paidOn } = message.body;
    const known = await this.unitOfWork.get(ClaimRow, dossierCode);
    if (known.state !== 'allowance-asked') return;
    const told = { entitled, ...(amountDong && { amountDong }), ...(paidOn && { paidOn }) };
    const act = actOf(message, this.clock.now());
    await this.process.told(atHome(known, act.at), told, act);
  }
}
