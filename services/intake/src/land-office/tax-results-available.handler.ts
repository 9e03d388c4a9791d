import { Controller } from '@nestjs/common';
import { TaxResultsAvailableV1, TaxResultsAvailableV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice, taxResultsArrived } from '../dossiers/dossier.rules';

/** M51: what each party has to pay; the dossier waits for the payment. */
@Controller()
export class TaxResultsAvailableHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles([TaxResultsAvailableV1, TaxResultsAvailableV2], { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<TaxResultsAvailableV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(taxResultsArrived(dossier, message.body, actOf(message, this.clock.now())));
  }
}
