import type { EncumbranceConsent } from '@lienthong/contracts';
import type { AppError } from '@lienthong/kernel';
import { landErrors } from '../land-registry.errors';
import { type Parcel, parcelName } from '../parcels/parcel.state';
import { blocks, type LandChangeKind } from './blocks.data';
import type { Encumbrance, EncumbranceKind } from './encumbrance.state';

/** A change that wants to be registered, with what lifts a block of it. */
export interface WantedChange {
  readonly changeKind: LandChangeKind;
  readonly consents?: readonly EncumbranceConsent[];
  /** Register numbers that a deregistration filed together with this dossier takes off the parcel. */
  readonly releasedTogether?: readonly string[];
}

const names: Readonly<Record<EncumbranceKind, string>> = {
  mortgage: 'thế chấp',
  'deferred-obligation': 'ghi nợ nghĩa vụ tài chính',
};

/** The encumbrances of a parcel that stand in the way of a change (R5). */
export function blocking({ encumbrances }: Parcel, wanted: WantedChange): readonly Encumbrance[] {
  const { changeKind, consents = [], releasedTogether = [] } = wanted;
  return encumbrances.filter(({ kind, registerNumber }) => {
    const block = blocks.find(({ encumbrance, changes }) => encumbrance === kind && changes.includes(changeKind));
    if (!block || releasedTogether.includes(registerNumber)) return false;
    return !(block.unlessConsented && consents.some((consent) => consent.registerNumber === registerNumber));
  });
}

/** The refusal that names one encumbrance. */
export function encumberedBy(parcel: Parcel, { kind, registerNumber }: Encumbrance): AppError {
  return landErrors.PARCEL_ENCUMBERED({ parcel: parcelName(parcel), kind: names[kind], registerNumber });
}

/** Puts an encumbrance on a parcel. */
export function encumber(parcel: Parcel, encumbrance: Encumbrance): Parcel {
  return { ...parcel, encumbrances: [...parcel.encumbrances, encumbrance] };
}

/** Takes an encumbrance off a parcel; one that does not lie on it is refused by its number. */
export function release(parcel: Parcel, registerNumber: string): Parcel {
  if (!parcel.encumbrances.some((known) => known.registerNumber === registerNumber)) {
    throw landErrors.ENCUMBRANCE_UNKNOWN({ parcel: parcelName(parcel), registerNumber });
  }
  const encumbrances = parcel.encumbrances.filter((known) => known.registerNumber !== registerNumber);
  return { ...parcel, encumbrances };
}
