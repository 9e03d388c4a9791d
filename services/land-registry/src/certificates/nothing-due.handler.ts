import { Controller } from '@nestjs/common';
import { NothingDueV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberSeries, policiesOf } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { nothingDue, requireTaxOffice } from '../dossiers/land-dossier.rules';
import { ParcelEntity } from '../parcels/parcel.entity';
import { booksOf, parcelsOf, ReleaseCertificate } from './release-certificate';

/** M21: nobody has to pay now, the dossier goes on to its certificate (F19, F20). */
@Controller()
export class NothingDueHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly release: ReleaseCertificate,
    private readonly clock: Clock,
  ) {}

  @Handles(NothingDueV1, {
    loads: [[LandDossierEntity, (body) => body.dossierCode]],
    reads: [policiesOf('sign-certificate')],
    thenLoads: [
      [ParcelEntity, (body, loaded) => parcelsOf(body.dossierCode, loaded)],
      [NumberSeries, (body, loaded) => booksOf(body.dossierCode, body.decidedOn, loaded)],
    ],
  })
  async handle(message: Received<NothingDueV1>): Promise<void> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, message.body.dossierCode);
    requireTaxOffice(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    await this.release.run(nothingDue(dossier, message.body, act), act);
  }
}
