import { Injectable } from '@nestjs/common';
import { type IssuedCertificate, ProcessingConcludedV1 } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { changeKindOf, toIntake } from '../dossiers/land-dossier.rules';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { officePapers } from '../dossiers/office-papers.data';
import { EncumbranceCheck } from '../encumbrances/encumbrance-check';
import { landErrors } from '../land-registry.errors';
import { ParcelEntity } from '../parcels/parcel.entity';
import { convey } from '../parcels/parcel.rules';
import { type Parcel, parcelKey } from '../parcels/parcel.state';
import { registered } from '../requests/register-request.rules';
import { certificateOfParcel, issuedCertificate, ownersAfter } from './certificate.rules';
import { RegisterEntryEntity } from './register-entry.entity';

/** The pivot of the procedure: the leader signs, the change stands in the register, and the parcels are free again. */
@Injectable()
export class SignCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly encumbrances: EncumbranceCheck,
  ) {}

  /** Something still lies on a parcel: a deregistration filed together is not done, or the register changed meanwhile. */
  async isBlocked(dossier: LandDossier): Promise<boolean> {
    return (await this.encumbrances.faultsAtSignature(dossier)).length > 0;
  }

  /** @throws land-registry.SIGNATURE_BLOCKED */
  async run(dossier: LandDossier, act: Act): Promise<LandDossier> {
    const { dossierCode, office, request } = dossier;
    const [blocked] = await this.encumbrances.faultsAtSignature(dossier);
    if (blocked) throw landErrors.SIGNATURE_BLOCKED({ dossierCode, reason: blocked.text });
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
      changeKind: changeKindOf(dossier),
      ...(request?.release && { released: request.release.registerNumber }),
    });
    this.unitOfWork.save(LandDossierEntity, concluded);
    this.unitOfWork.send(
      ProcessingConcludedV1,
      { dossierCode, outcome: 'done', concludedAt: instantText(act.at), certificate },
      toIntake(concluded),
    );
    return concluded;
  }

  /** Enters the change in the parcels; returns the parcels as they stood before. */
  private async conveyParcels(dossier: LandDossier, issued: IssuedCertificate): Promise<readonly Parcel[]> {
    const { dossierCode, request } = dossier;
    const owners = ownersAfter(dossier);
    const former: Parcel[] = [];
    for (const key of dossier.content.parcels.map(parcelKey)) {
      const parcel = await this.unitOfWork.get(ParcelEntity, key);
      const changed = request
        ? registered(parcel, { dossierCode, request, owners, issued })
        : convey(parcel, { dossierCode, owners, certificate: certificateOfParcel(parcel, issued) });
      this.unitOfWork.save(ParcelEntity, changed);
      former.push(parcel);
    }
    return former;
  }
}
