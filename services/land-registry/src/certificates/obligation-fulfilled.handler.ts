import { Controller } from '@nestjs/common';
import { ObligationFulfilledV1, ProgressChangedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { type Loaded, UnitOfWork } from '@lienthong/persistence';
import { NumberSeries, policiesOf, seriesKey, StepPolicies } from '@lienthong/service-host';
import { actOf, leaderOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { obligationFulfilled, requireTaxOffice, toIntake } from '../dossiers/land-dossier.rules';
import { officePapers } from '../dossiers/office-papers.data';
import { ParcelEntity } from '../parcels/parcel.entity';
import { parcelKey } from '../parcels/parcel.state';
import { SERIAL_SERIES } from './certificate.rules';
import { PrepareCertificate } from './prepare-certificate';
import { SignCertificate } from './sign-certificate';

function parcelsOf({ dossierCode }: ObligationFulfilledV1, loaded: Loaded): readonly string[] | undefined {
  return loaded.get(LandDossierEntity, dossierCode)?.content.parcels.map(parcelKey);
}

function booksOf(body: ObligationFulfilledV1, loaded: Loaded): readonly string[] | undefined {
  const dossier = loaded.get(LandDossierEntity, body.dossierCode);
  if (!dossier) return undefined;
  const register = seriesKey(officePapers.register, dossier.office, body.fulfilledOn.slice(0, 4));
  return dossier.content.newCertificateRequested ? [register, SERIAL_SERIES] : [register];
}

/** M40: the one message that releases the certificate; it is prepared here, and signed where the policy says so. */
@Controller()
export class ObligationFulfilledHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly prepare: PrepareCertificate,
    private readonly sign: SignCertificate,
    private readonly policies: StepPolicies,
    private readonly clock: Clock,
  ) {}

  @Handles(ObligationFulfilledV1, {
    loads: [[LandDossierEntity, (body) => body.dossierCode]],
    reads: [policiesOf('sign-certificate')],
    thenLoads: [
      [ParcelEntity, parcelsOf],
      [NumberSeries, booksOf],
    ],
  })
  async handle(message: Received<ObligationFulfilledV1>): Promise<void> {
    const { dossierCode } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireTaxOffice(dossier, message.senderOffice);
    // said again once a booking that was taken back is paid anew (F16): the officer closes the debt case, nothing is issued twice
    if (dossier.fulfilledOn !== undefined) return;
    const act = actOf(message, this.clock.now());
    const drafted = await this.prepare.run(obligationFulfilled(dossier, message.body, act), act);
    this.unitOfWork.save(LandDossierEntity, drafted);
    const leader = leaderOf(dossier.office);
    if (dossier.checkedBy !== leader && (await this.policies.isAutomatic('sign-certificate'))) {
      await this.sign.run(drafted, { ...act, by: leader });
      return;
    }
    this.unitOfWork.send(
      ProgressChangedV1,
      { dossierCode, step: 'certificate-prepared', at: instantText(act.at) },
      toIntake(drafted),
    );
  }
}
