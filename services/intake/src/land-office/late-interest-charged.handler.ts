import { Controller } from '@nestjs/common';
import { LateInterestChargedV1, LateInterestChargedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { taxNoted } from '../dossiers/dossier.rules';

/** The payer hears that late interest has to be paid too (F18). */
@Controller()
export class LateInterestChargedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles([LateInterestChargedV1, LateInterestChargedV2], { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<LateInterestChargedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    this.dossiers.save(taxNoted(dossier, 'Cơ quan thuế đã tính tiền chậm nộp', act));
  }
}
