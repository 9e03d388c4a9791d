import { officeFor } from '@lienthong/contracts';
import { type FieldFault, Fraction, type LocalDate } from '@lienthong/kernel';
import { type Parcel, type ParcelDetails, parcelKey } from './parcel.state';

type ParcelValues = Omit<Parcel, 'key' | 'heldBy' | 'blockOrders' | 'encumbrances' | 'entered'> &
  Partial<Pick<Parcel, 'encumbrances'>>;

/** What is wrong with records that are to be entered, each fault at its field. */
export function recordFaults(records: readonly ParcelValues[], on: LocalDate): readonly FieldFault[] {
  const keys = records.map(parcelKey);
  return records.flatMap((record, index) => {
    const path = `parcels[${index}]`;
    const sum = record.owners.reduce((total, { share }) => total.plus(Fraction.parse(share)), Fraction.of(0n));
    return [
      ...(keys.indexOf(keys[index] ?? '') < index ? [fault(path, 'unique', 'thửa đất đã có trong danh sách')] : []),
      ...(sum.equals(Fraction.of(1n))
        ? []
        : [fault(`${path}.owners`, 'R1', `tổng tỷ lệ phải bằng 1, hiện là ${sum.toString()}`)]),
      ...(officeFor('land-registry', record.communeCode, on)
        ? []
        : [
            fault(
              `${path}.communeCode`,
              'office',
              `không có cơ quan đăng ký đất đai phụ trách xã ${record.communeCode}`,
            ),
          ]),
    ];
  });
}

export function newParcel(record: ParcelValues): Parcel {
  const { communeCode, mapSheet, parcelNumber, areaSquareMetres, purpose, position, certificate, owners } = record;
  const { encumbrances = [], details } = record;
  return {
    key: parcelKey(record),
    communeCode,
    mapSheet,
    parcelNumber,
    areaSquareMetres,
    purpose,
    position,
    certificate,
    owners,
    encumbrances,
    // Fields that the record leaves out are not there at all.
    ...(details && { details: JSON.parse(JSON.stringify(details)) as ParcelDetails }),
  };
}

function fault(path: string, rule: string, message: string): FieldFault {
  return { path, rule, message };
}
