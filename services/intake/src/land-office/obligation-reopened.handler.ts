import { Controller } from '@nestjs/common';
import { ObligationReopenedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { obligationReopened } from '../dossiers/dossier.rules';

/** F16: a booking was taken back; the citizen owes again. */
@Controller()
export class ObligationReopenedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(ObligationReopenedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ObligationReopenedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    this.dossiers.save(obligationReopened(dossier, message.body, actOf(message, this.clock.now())));
  }
}
