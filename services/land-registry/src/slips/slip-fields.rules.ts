import type { FieldFault } from '@lienthong/kernel';
import type { SlipDraft } from '../dossiers/land-dossier.state';
import { certificateFields, contractFields, landFields, type MandatoryField, personFields } from './slip-fields.data';
import { faultWhen } from './slip-fault.rules';

/**
 * The fields that the canonical slip marks with M and that this one leaves blank (L §2.1.3), each under its own code. The
 * papers as the desk forwards them (M01) carry none of them, so an office says whether a blank is a warning or a fault.
 */
export function blankFields(slip: SlipDraft): readonly FieldFault[] {
  const { sellers, buyers, parcels, certificate, contract, changeKind } = slip;
  return [
    ...sellers.flatMap((person, i) => blanks(person, `sellers[${i}]`, personFields)),
    ...buyers.flatMap((person, i) => blanks(person, `buyers[${i}]`, personFields)),
    ...parcels.flatMap((parcel, i) => blanks(parcel, `parcels[${i}]`, landFields)),
    ...blanks(certificate, 'certificate', certificateFields),
    ...(contract && changeKind === 'transfer' ? blanks(contract, 'contract', contractFields) : []),
  ];
}

function blanks<T>(of: T, path: string, fields: readonly MandatoryField<T>[]): readonly FieldFault[] {
  return fields.flatMap(({ field, fault, isGiven }) => faultWhen(!isGiven(of), `${path}.${field}`, fault, { path }));
}
