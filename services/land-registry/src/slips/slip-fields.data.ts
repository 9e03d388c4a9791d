import type { ErrorFactory } from '@lienthong/kernel';
import { landErrors } from '../land-registry.errors';
import type { SlipDraft } from '../dossiers/land-dossier.state';

type Person = SlipDraft['buyers'][number];
type Land = SlipDraft['parcels'][number];

/** A field that the canonical slip marks with M and that a message may leave out. */
export interface MandatoryField<T> {
  readonly field: string;
  readonly fault: ErrorFactory;
  /** Row of L §2.1.3. */
  readonly source: string;
  readonly isGiven: (one: T) => boolean;
}

export const personFields: readonly MandatoryField<Person>[] = [
  {
    field: 'address',
    fault: landErrors.SLIP_FIELD_PERSON_ADDRESS,
    source: 'L §2.1.3 .diaChi',
    isGiven: ({ address }) => address !== undefined,
  },
  {
    field: 'phone',
    fault: landErrors.SLIP_FIELD_PERSON_PHONE,
    source: 'L §2.1.3 .dienThoai, .email',
    isGiven: ({ phone, email }) => phone !== undefined || email !== undefined,
  },
];

export const landFields: readonly MandatoryField<Land>[] = [
  {
    field: 'address',
    fault: landErrors.SLIP_FIELD_PARCEL_ADDRESS,
    source: 'L §2.1.3 thuaDat .diaChi',
    isGiven: ({ address }) => address !== undefined,
  },
  {
    field: 'longTerm',
    fault: landErrors.SLIP_FIELD_PARCEL_TERM,
    source: 'L §2.1.3 .thoiHan',
    isGiven: ({ longTerm, until, purposes = [] }) =>
      longTerm === true || until !== undefined || purposes.some((purpose) => purpose.until !== undefined),
  },
  {
    field: 'origin',
    fault: landErrors.SLIP_FIELD_PARCEL_ORIGIN,
    source: 'L §2.1.3 .nguonGoc',
    isGiven: ({ origin, purposes }) => origin !== undefined || isOfAll(purposes, (purpose) => purpose.origin),
  },
];

export const certificateFields: readonly MandatoryField<SlipDraft['certificate']>[] = [
  {
    field: 'registerNumber',
    fault: landErrors.SLIP_FIELD_CERTIFICATE_NUMBER,
    source: 'L §2.1.3 giayChungNhan .soVaoSo',
    isGiven: ({ registerNumber }) => registerNumber !== undefined,
  },
  {
    field: 'issuedBy',
    fault: landErrors.SLIP_FIELD_CERTIFICATE_ISSUER,
    source: 'L §2.1.3 giayChungNhan .noiCap',
    isGiven: ({ issuedBy }) => issuedBy !== undefined,
  },
];

/** M for a transfer. */
export const contractFields: readonly MandatoryField<NonNullable<SlipDraft['contract']>>[] = [
  {
    field: 'notarizedOn',
    fault: landErrors.SLIP_FIELD_NOTARY,
    source: 'L §2.1.3 hopDong .ngayCongChung, .noiCongChung',
    isGiven: ({ notarizedOn, notary }) => notarizedOn !== undefined && notary !== undefined,
  },
];

function isOfAll<T>(all: readonly T[] | undefined, value: (one: T) => unknown): boolean {
  return all !== undefined && all.every((one) => value(one) !== undefined);
}
