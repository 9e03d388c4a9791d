import type { DeferredItem, LandRequest } from '@lienthong/contracts';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Encumbrance } from '../encumbrances/encumbrance.state';
import type { Parcel } from '../parcels/parcel.state';

/** What is paid before the certificate is signed does not stand on it any more; a signed one stays as it is. */
export function debtNow(dossier: LandDossier, open: readonly DeferredItem[]): LandDossier {
  const { deferredItems: _before, ...rest } = dossier;
  if (dossier.certificate || dossier.fulfilledOn === undefined) return dossier;
  return { ...rest, ...(open.length > 0 && { deferredItems: open }) };
}

/** Notes of debts that a request wants removed. */
export function notesToRemove(
  request: LandRequest | undefined,
  parcels: readonly Parcel[],
): readonly { readonly parcel: Parcel; readonly note: Encumbrance }[] {
  if (request?.changeKind !== 'deferral-removal') return [];
  return parcels.flatMap((parcel) =>
    parcel.encumbrances
      .filter((one) => one.kind === 'deferred-obligation' && one.registerNumber === request.release?.registerNumber)
      .map((note) => ({ parcel, note })),
  );
}
