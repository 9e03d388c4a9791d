import { Injectable } from '@nestjs/common';
import {
  type IssuedCertificate,
  ProcessingConcludedV1,
  ProcessingConcludedV2,
  versionForPayers,
} from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { ordersInForce, requireUnblocked } from '../block-orders/block-order.rules';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { changeKindOf, toIntake } from '../dossiers/land-dossier.rules';
import { type Act, advance, requireStep } from '../dossiers/land-procedure.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { officePapers } from '../dossiers/office-papers.data';
import { RELEASES } from '../encumbrances/blocks.data';
import { EncumbranceCheck } from '../encumbrances/encumbrance-check';
import { landErrors } from '../land-registry.errors';
import { ParcelEntity } from '../parcels/parcel.entity';
import { type Parcel, parcelKey } from '../parcels/parcel.state';
import { registered } from '../requests/register-request.rules';
import { certificateOfParcel, issuedCertificate, ownersAfter } from './certificate.rules';
import { conveyed } from './conveyed-parcel.rules';
import { RegisterEntryEntity } from './register-entry.entity';

/** The pivot of the procedure: the leader signs, the change stands in the register, and the parcels are free again. */
@Injectable()
export class SignCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly encumbrances: EncumbranceCheck,
  ) {}

  /** @throws land-registry.OBLIGATION_OPEN, PARCEL_BLOCKED, SIGNATURE_BLOCKED */
  async run(dossier: LandDossier, act: Act): Promise<LandDossier> {
    const { dossierCode, office, reopened, request } = dossier;
    if (reopened) throw landErrors.OBLIGATION_OPEN({ dossierCode, remainderDong: reopened.remainderDong });
    requireStep(dossier, 'sign-certificate');
    await this.requireFree(dossier);
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
    const payers = (certificate.deferredItems ?? []).map(({ payerNumber }) => payerNumber);
    this.unitOfWork.send(
      versionForPayers(payers, ProcessingConcludedV1, ProcessingConcludedV2),
      { dossierCode, outcome: 'done', concludedAt: instantText(act.at), certificate },
      toIntake(concluded),
    );
    return concluded;
  }

  /** Whether an order forbids it for one of the parcels, or something still lies on one: a release filed together is not done. */
  async isBlocked(dossier: LandDossier): Promise<boolean> {
    if ((await this.encumbrances.faultsAtSignature(dossier)).length > 0) return true;
    if (RELEASES.includes(changeKindOf(dossier))) return false;
    return (await this.parcelsOf(dossier)).some((parcel) => ordersInForce(parcel).length > 0);
  }

  private async requireFree(dossier: LandDossier): Promise<void> {
    if (!RELEASES.includes(changeKindOf(dossier))) {
      for (const parcel of await this.parcelsOf(dossier)) requireUnblocked(parcel);
    }
    const [fault] = await this.encumbrances.faultsAtSignature(dossier);
    if (fault) throw landErrors.SIGNATURE_BLOCKED({ dossierCode: dossier.dossierCode, reason: fault.text });
  }

  private async parcelsOf({ content }: LandDossier): Promise<readonly Parcel[]> {
    const parcels: Parcel[] = [];
    for (const key of content.parcels.map(parcelKey)) parcels.push(await this.unitOfWork.get(ParcelEntity, key));
    return parcels;
  }

  /** Enters the change in the parcels; returns the parcels as they stood before. */
  private async conveyParcels(dossier: LandDossier, issued: IssuedCertificate): Promise<readonly Parcel[]> {
    const { dossierCode, request } = dossier;
    const owners = ownersAfter(dossier);
    const former: Parcel[] = [];
    for (const parcel of await this.parcelsOf(dossier)) {
      const changed = request
        ? registered(parcel, { dossierCode, request, owners, issued })
        : conveyed(parcel, { dossierCode, owners, certificate: certificateOfParcel(parcel, issued) }, issued);
      this.unitOfWork.save(ParcelEntity, changed);
      former.push(parcel);
    }
    return former;
  }
}
