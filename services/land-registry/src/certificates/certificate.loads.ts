import type { Loaded } from '@lienthong/persistence';
import { seriesKey } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { officePapers } from '../dossiers/office-papers.data';
import { parcelKey } from '../parcels/parcel.state';
import { SERIAL_SERIES } from './certificate.rules';

interface OfDossier {
  readonly dossierCode: string;
}

/** Parcels that the result of a dossier concerns. */
export function parcelsOfResult({ dossierCode }: OfDossier, loaded: Loaded): readonly string[] | undefined {
  return loaded.get(LandDossierEntity, dossierCode)?.content.parcels.map(parcelKey);
}

/** Books from which the result of a dossier takes its numbers. */
export function booksOfResult(on: string) {
  return ({ dossierCode }: OfDossier, loaded: Loaded): readonly string[] | undefined => {
    const dossier = loaded.get(LandDossierEntity, dossierCode);
    if (!dossier) return undefined;
    const register = seriesKey(officePapers.register, dossier.office, on.slice(0, 4));
    return dossier.content.newCertificateRequested ? [register, SERIAL_SERIES] : [register];
  };
}
