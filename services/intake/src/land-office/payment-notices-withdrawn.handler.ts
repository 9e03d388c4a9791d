import { Controller } from '@nestjs/common';
import { PaymentNoticesWithdrawnV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { noticesWithdrawn } from '../dossiers/dossier.rules';

/** M23, the same message that the land office gets. */
@Controller()
export class PaymentNoticesWithdrawnHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(PaymentNoticesWithdrawnV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<PaymentNoticesWithdrawnV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    this.dossiers.save(noticesWithdrawn(dossier, message.body, act));
  }
}
