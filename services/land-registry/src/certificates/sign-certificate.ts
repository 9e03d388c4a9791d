import { Injectable } from '@nestjs/common';
import { type IssuedCertificate, ProcessingConcludedV1 } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { ordersInForce, requireUnblocked } from '../block-orders/block-order.rules';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { toIntake } from '../dossiers/land-dossier.rules';
import { type Act, advance, requireStep } from '../dossiers/land-procedure.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { officePapers } from '../dossiers/office-papers.data';
import { landErrors } from '../land-registry.errors';
import { ParcelEntity } from '../parcels/parcel.entity';
import { convey } from '../parcels/parcel.rules';
import { type Parcel, parcelKey } from '../parcels/parcel.state';
import { certificateOfParcel, issuedCertificate, ownersAfter } from './certificate.rules';
import { RegisterEntryEntity } from './register-entry.entity';

/** The pivot of the procedure: the leader signs, the buyers stand in the register, and the parcels are free again. */
@Injectable()
export class SignCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
  ) {}

  /** @throws land-registry.OBLIGATION_OPEN, PARCEL_BLOCKED */
  async run(dossier: LandDossier, act: Act): Promise<LandDossier> {
    const { dossierCode, office, reopened } = dossier;
    if (reopened) throw landErrors.OBLIGATION_OPEN({ dossierCode, remainderDong: reopened.remainderDong });
    requireStep(dossier, 'sign-certificate');
    for (const parcel of await this.parcelsOf(dossier)) requireUnblocked(parcel);
    const registerNumber = await this.books.next(officePapers.register, office);
    const certificate = issuedCertificate(dossier, { registerNumber, signedOn: localDate(act.at) });
    const concluded = advance(dossier, ProcessingConcludedV1, act, { certificate });
    const former = await this.conveyParcels(concluded, certificate);
    this.unitOfWork.save(RegisterEntryEntity, {
      ...certificate,
      dossierCode,
      office,
      signedBy: act.by,
      parcelKeys: former.map(({ key }) => key),
      formerOwners: former[0]?.owners ?? [],
      owners: ownersAfter(dossier),
    });
    this.unitOfWork.save(LandDossierEntity, concluded);
    this.unitOfWork.send(
      ProcessingConcludedV1,
      { dossierCode, outcome: 'done', concludedAt: instantText(act.at), certificate },
      toIntake(concluded),
    );
    return concluded;
  }

  /** Whether an authority forbids it for one of the parcels. */
  async isBlocked(dossier: LandDossier): Promise<boolean> {
    return (await this.parcelsOf(dossier)).some((parcel) => ordersInForce(parcel).length > 0);
  }

  private async parcelsOf({ content }: LandDossier): Promise<readonly Parcel[]> {
    const parcels: Parcel[] = [];
    for (const key of content.parcels.map(parcelKey)) parcels.push(await this.unitOfWork.get(ParcelEntity, key));
    return parcels;
  }

  /** Moves the ownership; returns the parcels as they stood before. */
  private async conveyParcels(dossier: LandDossier, issued: IssuedCertificate): Promise<readonly Parcel[]> {
    const owners = ownersAfter(dossier);
    const former: Parcel[] = [];
    for (const parcel of await this.parcelsOf(dossier)) {
      const certificate = certificateOfParcel(parcel, issued);
      this.unitOfWork.save(ParcelEntity, convey(parcel, { dossierCode: dossier.dossierCode, owners, certificate }));
      former.push(parcel);
    }
    return former;
  }
}
