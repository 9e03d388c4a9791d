import { Controller } from '@nestjs/common';
import { NothingDueV1, NothingDueV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberSeries, policiesOf } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded, nothingDue, requireSlip } from '../dossiers/land-dossier.rules';
import { ParcelEntity } from '../parcels/parcel.entity';
import { booksOfResult, parcelsOfResult } from './certificate.loads';
import { ReleaseCertificate } from './release-certificate';

/** M21: all is exempt, zero or deferred; the certificate is released, and a deferred debt stands on it (F19, F20). */
@Controller()
export class NothingDueHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly release: ReleaseCertificate,
    private readonly clock: Clock,
  ) {}

  @Handles([NothingDueV1, NothingDueV2], {
    loads: [[LandDossierEntity, (body) => body.dossierCode]],
    reads: [policiesOf('sign-certificate')],
    thenLoads: [
      [ParcelEntity, parcelsOfResult],
      [NumberSeries, (body, loaded) => booksOfResult(body.decidedOn)(body, loaded)],
    ],
  })
  async handle(message: Received<NothingDueV1>): Promise<void> {
    const { dossierCode, slipId } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    if (hasEnded(dossier)) return;
    const act = actOf(message, this.clock.now());
    await this.release.run(nothingDue(dossier, message.body, act), act);
  }
}
