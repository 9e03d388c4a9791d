import { Controller } from '@nestjs/common';
import { TaxStateToldV1, TaxStateToldV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberSeries, policiesOf } from '@lienthong/service-host';
import { booksOfResult, parcelsOfResult } from '../certificates/certificate.loads';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded, requireSlip } from '../dossiers/land-dossier.rules';
import { ParcelEntity } from '../parcels/parcel.entity';
import { TakeTaxState } from './take-tax-state';

/** Answer to M16 and M17: what the land office should have heard is taken as if it had been heard in its time. */
@Controller()
export class TaxStateToldHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly takeTaxState: TakeTaxState,
    private readonly clock: Clock,
  ) {}

  @Handles([TaxStateToldV1, TaxStateToldV2], {
    loads: [[LandDossierEntity, (body) => body.dossierCode]],
    reads: [policiesOf('sign-certificate')],
    thenLoads: [
      [ParcelEntity, parcelsOfResult],
      [NumberSeries, (body, loaded) => booksOfResult(body.toldAt)(body, loaded)],
    ],
  })
  async handle(message: Received<TaxStateToldV1>): Promise<void> {
    const { dossierCode, slipId } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    if (!hasEnded(dossier)) await this.takeTaxState.run(dossier, message.body, actOf(message, this.clock.now()));
  }
}
