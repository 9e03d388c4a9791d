import { Controller } from '@nestjs/common';
import { DebtNoticedV1, DebtNoticedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { taxNoted } from '../dossiers/dossier.rules';

/** M25: the payer of that notice is told of the debt, nobody else of its amount. */
@Controller()
export class DebtNoticedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles([DebtNoticedV1, DebtNoticedV2], { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<DebtNoticedV1>): Promise<void> {
    const { dossierCode, item } = message.body;
    const dossier = await this.dossiers.get(dossierCode);
    const act = actOf(message, this.clock.now());
    const text = `Thông báo ${item.noticeNumber} quá hạn nộp trên 30 ngày, có tiền chậm nộp`;
    this.dossiers.save(taxNoted(dossier, text, act));
  }
}
