import type { Certificate } from '@lienthong/contracts';
import { canonicalBytes } from '@lienthong/envelope';
import { Fraction } from '@lienthong/kernel';
import { landErrors } from '../land-registry.errors';
import { type Owner, type Parcel, parcelName } from './parcel.state';

/** A parcel is held for one dossier at a time; asking again for the same dossier changes nothing. */
export function hold(parcel: Parcel, dossierCode: string): Parcel {
  if (parcel.heldBy !== undefined && parcel.heldBy !== dossierCode) {
    throw landErrors.PARCEL_HELD_BY_ANOTHER({ parcel: parcelName(parcel), heldBy: parcel.heldBy });
  }
  return { ...parcel, heldBy: dossierCode };
}

/** The dossier that held it came to nothing: the parcel is free again. */
export function letGo(parcel: Parcel): Parcel {
  const { heldBy: _released, ...rest } = parcel;
  return rest;
}

export interface Conveyance {
  readonly dossierCode: string;
  readonly owners: readonly Owner[];
  readonly certificate: Certificate;
}

/** The act that ends a transfer: the new owners stand in the register and the parcel is free again. */
export function convey(parcel: Parcel, { dossierCode, owners, certificate }: Conveyance): Parcel {
  if (parcel.heldBy !== dossierCode) {
    throw landErrors.PARCEL_NOT_HELD({ parcel: parcelName(parcel), dossierCode });
  }
  const { heldBy: _released, ...rest } = parcel;
  return { ...rest, owners, certificate };
}

/** True when the sides are the same persons with the same shares, in whatever order they are listed. */
export function sameOwners(a: readonly Owner[], b: readonly Owner[]): boolean {
  if (a.length !== b.length) return false;
  const texts = (owners: readonly Owner[]): string => owners.map(ownerText).sort().join('\n');
  return texts(a) === texts(b);
}

export function sameDecimal(a: string, b: string): boolean {
  return Fraction.parse(a).equals(Fraction.parse(b));
}

/** Registering a parcel again with the same values is fine; other values never overwrite the record. */
export function sameRecord(a: Parcel, b: Parcel): boolean {
  return (
    sameDecimal(a.areaSquareMetres, b.areaSquareMetres) &&
    a.purpose === b.purpose &&
    a.position === b.position &&
    a.certificate.serial === b.certificate.serial &&
    a.certificate.issuedOn === b.certificate.issuedOn &&
    a.certificate.registerNumber === b.certificate.registerNumber &&
    sameOwners(a.owners, b.owners)
  );
}

/** What the register says of a parcel beside, field by field. */
export function sameDetails(a: Pick<Parcel, 'details'>, b: Pick<Parcel, 'details'>): boolean {
  return canonicalBytes(a.details ?? {}).equals(canonicalBytes(b.details ?? {}));
}

function ownerText({ name, personalIdentificationNumber, share }: Owner): string {
  return `${personalIdentificationNumber} ${Fraction.parse(share).toString()} ${plainName(name)}`;
}

/** A name in which capitals, spaces and the way of writing accents do not count. */
export function plainName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}
