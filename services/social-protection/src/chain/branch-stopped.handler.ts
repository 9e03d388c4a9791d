import { Controller } from '@nestjs/common';
import { actOf, BranchStoppedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { ClaimRow } from '../claims/claim.entity';
import { ProcessClaim } from '../claims/process-claim';

/** The registrar stops an open branch; what is decided stays. */
@Controller()
export class BranchStoppedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly process: ProcessClaim,
    private readonly clock: Clock,
  ) {}

  @Handles(BranchStoppedV1, { loads: [[ClaimRow, (body) => body.dossierCode]] })
  async handle(message: Received<BranchStoppedV1>): Promise<void> {
    const known = await this.unitOfWork.find(ClaimRow, message.body.dossierCode);
    if (known) await this.process.end(known, 'stopped', actOf(message, this.clock.now()));
  }
}
