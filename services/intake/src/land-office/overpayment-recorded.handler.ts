import { Controller } from '@nestjs/common';
import { OverpaymentRecordedV1, OverpaymentRecordedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { taxNoted } from '../dossiers/dossier.rules';

/** M45: the payer hears of it; nothing is paid back by itself. */
@Controller()
export class OverpaymentRecordedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles([OverpaymentRecordedV1, OverpaymentRecordedV2], { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<OverpaymentRecordedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    this.dossiers.save(taxNoted(dossier, 'Cơ quan thuế ghi nhận khoản nộp thừa, giữ để bù trừ', act));
  }
}
