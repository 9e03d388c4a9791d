import { Controller } from '@nestjs/common';
import { actOf, DeathRevokedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { ClaimRow } from '../claims/claim.entity';
import { ProcessClaim } from '../claims/process-claim';

/** The person is alive: what was paid is claimed back, an open claim ends (O §4.6). */
@Controller()
export class DeathRevokedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly process: ProcessClaim,
    private readonly clock: Clock,
  ) {}

  @Handles(DeathRevokedV1, { loads: [[ClaimRow, (body) => body.dossierCode]] })
  async handle(message: Received<DeathRevokedV1>): Promise<void> {
    const { dossierCode, decisionNumber } = message.body;
    const known = await this.unitOfWork.find(ClaimRow, dossierCode);
    if (!known) return;
    const act = actOf(message, this.clock.now());
    const reason = `Đăng ký khai tử đã bị hủy theo quyết định ${decisionNumber}.`;
    if (known.state === 'decided') await this.process.recover(known, reason, act);
    else await this.process.end(known, 'revoked', act);
  }
}
