import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { DeferredDebts } from '../deferrals/deferred-debts';
import { type CheckFault, faultOf, type Register } from '../dossiers/check-dossier.rules';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { changeKindOf } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { ParcelEntity } from '../parcels/parcel.entity';
import { type Parcel, parcelKey } from '../parcels/parcel.state';
import { blocking, encumberedBy } from './encumbrance.rules';

/** R5: what lies on the parcels of a dossier and stands in its way, at the check and once more at the signature. */
@Injectable()
export class EncumbranceCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly debts: DeferredDebts,
  ) {}

  async faultsOf(dossier: LandDossier, register: Register): Promise<readonly CheckFault[]> {
    const parcels = [...register.parcels.values()];
    const releasedTogether = await this.releasedTogether(dossier, parcels);
    return [...this.faultsOn(parcels, dossier, releasedTogether), ...(await this.debts.faultsOf(dossier, parcels))];
  }

  /** What was filed together must be released by the time of the signature. */
  async faultsAtSignature(dossier: LandDossier): Promise<readonly CheckFault[]> {
    const parcels: Parcel[] = [];
    for (const place of dossier.content.parcels) {
      parcels.push(await this.unitOfWork.get(ParcelEntity, parcelKey(place)));
    }
    return [...this.faultsOn(parcels, dossier, []), ...(await this.debts.faultsOf(dossier, parcels))];
  }

  private faultsOn(
    parcels: readonly Parcel[],
    dossier: LandDossier,
    releasedTogether: readonly string[],
  ): readonly CheckFault[] {
    const { consents = [] } = dossier.content;
    const wanted = { changeKind: changeKindOf(dossier), consents, releasedTogether };
    return parcels.flatMap((parcel) =>
      blocking(parcel, wanted).map((encumbrance) => faultOf('R5', encumberedBy(parcel, encumbrance))),
    );
  }

  /** A deregistration that is on its way to this office counts too: the two dossiers travel in streams of their own. */
  async releasedTogether(
    { content }: Pick<LandDossier, 'content'>,
    parcels: readonly Parcel[],
  ): Promise<readonly string[]> {
    if (content.filedWith === undefined) return [];
    const other = await this.unitOfWork.read(LandDossierEntity, content.filedWith);
    if (!other) return parcels.flatMap(({ encumbrances }) => mortgagesAmong(encumbrances));
    const { request, status } = other;
    if (request?.changeKind !== 'mortgage-release' || status === 'rejected') return [];
    return request.release ? [request.release.registerNumber] : [];
  }
}

function mortgagesAmong(encumbrances: Parcel['encumbrances']): readonly string[] {
  return encumbrances.filter(({ kind }) => kind === 'mortgage').map(({ registerNumber }) => registerNumber);
}
