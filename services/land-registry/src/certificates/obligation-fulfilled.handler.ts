import { Controller } from '@nestjs/common';
import { ObligationFulfilledV1, ObligationFulfilledV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberSeries, policiesOf } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireTaxOffice } from '../dossiers/land-dossier.rules';
import { ParcelEntity } from '../parcels/parcel.entity';
import { booksOfResult, parcelsOfResult } from './certificate.loads';
import { TakeFulfilment } from './take-fulfilment';

/** M40: it releases the certificate; said again after a booking was taken back, it closes what that left open (F16). */
@Controller()
export class ObligationFulfilledHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fulfilment: TakeFulfilment,
    private readonly clock: Clock,
  ) {}

  @Handles([ObligationFulfilledV1, ObligationFulfilledV2], {
    loads: [[LandDossierEntity, (body) => body.dossierCode]],
    reads: [policiesOf('sign-certificate')],
    thenLoads: [
      [ParcelEntity, parcelsOfResult],
      [NumberSeries, (body, loaded) => booksOfResult(body.fulfilledOn)(body, loaded)],
    ],
  })
  async handle(message: Received<ObligationFulfilledV1>): Promise<void> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, message.body.dossierCode);
    requireTaxOffice(dossier, message.senderOffice);
    await this.fulfilment.run(dossier, message.body, actOf(message, this.clock.now()));
  }
}
