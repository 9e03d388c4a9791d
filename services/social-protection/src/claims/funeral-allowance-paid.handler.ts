import { Controller } from '@nestjs/common';
import { actOf, FuneralAllowancePaidV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { atHome } from '../act';
import { ClaimRow } from './claim.entity';
import { isOpen } from './claim.rules';
import { ProcessClaim } from './process-claim';

/** Social insurance has paid: what was paid here is claimed back, what was not is refused (O §4.6 BHXH pays later). */
@Controller()
export class FuneralAllowancePaidHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly process: ProcessClaim,
    private readonly clock: Clock,
  ) {}

  @Handles(FuneralAllowancePaidV1, { loads: [[ClaimRow, (body) => body.dossierCode]] })
  async handle(message: Received<FuneralAllowancePaidV1>): Promise<void> {
    const { dossierCode, amountDong, paidOn, decisionNumber } = message.body;
    const claim = await this.unitOfWork.get(ClaimRow, dossierCode);
    const act = actOf(message, this.clock.now());
    const known = { ...atHome(claim, act.at), allowance: { entitled: true, amountDong, paidOn } };
    const reason = `Bảo hiểm xã hội đã chi trợ cấp mai táng ngày ${paidOn} theo quyết định ${decisionNumber}.`;
    if (known.state === 'decided') await this.process.recover(known, reason, act);
    else if (isOpen(known)) await this.process.refuse(known, { reason }, act);
  }
}
