import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { DeferredDebts } from '../deferrals/deferred-debts';
import { type CheckFault, faultOf, type Register } from '../dossiers/check-dossier.rules';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { changeKindOf } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { ParcelEntity } from '../parcels/parcel.entity';
import { type Parcel, parcelKey } from '../parcels/parcel.state';
import { takesOff } from './filed-together.rules';
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
    const releasedTogether = await this.releasedTogether(dossier);
    return [...this.faultsOn(parcels, dossier, releasedTogether), ...(await this.debts.faultsOf(dossier, parcels))];
  }

  /** A deregistration that was filed together with it is not here yet, and something lies on the parcels that it may take off (R5). */
  async isReleaseAwaited(dossier: LandDossier, register: Register): Promise<boolean> {
    const { filedWith } = dossier.content;
    if (filedWith === undefined || (await this.unitOfWork.read(LandDossierEntity, filedWith))) return false;
    return this.faultsOn([...register.parcels.values()], dossier, []).length > 0;
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

  /** Register numbers that the deregistration filed together with it takes off; one that is not known here takes off nothing. */
  async releasedTogether({ content }: Pick<LandDossier, 'content'>): Promise<readonly string[]> {
    if (content.filedWith === undefined) return [];
    return takesOff(await this.unitOfWork.read(LandDossierEntity, content.filedWith));
  }
}
