import { type DossierFile, PROCEDURE } from '../input/dossier-file';
import { positionOf } from './prepare-agencies';

/** What the clerk of the one-stop desk types from the papers of a dossier. */
export function dossierRequest(file: DossierFile): object {
  const { changeKind, claims, sellers, buyers, parcels, contract, certificate } = file;
  const { newCertificateRequested, submitter } = file;
  const first = buyers[0];
  return {
    procedure: PROCEDURE,
    ...(changeKind !== undefined && { changeKind }),
    ...(claims && { claims }),
    sellers,
    buyers,
    parcels: parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
    contract,
    certificate,
    ...(newCertificateRequested !== undefined && { newCertificateRequested }),
    submitter: submitter ?? { name: first?.name, ...(first?.phone !== undefined && { phone: first.phone }) },
  };
}
