import type { UnitOfWork } from '@lienthong/persistence';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { ParcelEntity } from './parcel.entity';
import { letGo } from './parcel.rules';
import { parcelKey } from './parcel.state';

/** The dossier came to nothing: whatever it held is free again. */
export async function freeParcels(
  unitOfWork: UnitOfWork,
  { dossierCode, content }: Pick<LandDossier, 'dossierCode' | 'content'>,
): Promise<void> {
  for (const key of content.parcels.map(parcelKey)) {
    const parcel = await unitOfWork.find(ParcelEntity, key);
    if (parcel?.heldBy === dossierCode) unitOfWork.save(ParcelEntity, letGo(parcel));
  }
}
