import { communeOn, type LandParcel, officeFor, type Party } from '@lienthong/contracts';
import { type FieldFault, Fraction, type LocalDate } from '@lienthong/kernel';
import { findProcedure, versionOn } from '../catalogue';

/** R11: the procedure exists on the day and covers the kind of change. */
export function procedureFaults(procedure: string, changeKind: string, on: LocalDate): readonly FieldFault[] {
  const found = findProcedure(procedure);
  const isServed = found !== undefined && found.changeKinds.length > 0 && versionOn(found, on) !== undefined;
  if (!isServed) return [fault('procedure', 'R11', `thủ tục ${procedure} không được tiếp nhận ở đây vào ngày ${on}`)];
  if (found.changeKinds.includes(changeKind)) return [];
  return [fault('changeKind', 'R11', `thủ tục ${procedure} không dùng cho loại biến động ${changeKind}`)];
}

/** R1: the shares of a side add up to exactly one; a person stands on a side once. */
export function ownerFaults(side: string, parties: readonly Party[], on: LocalDate): readonly FieldFault[] {
  const sum = parties.reduce((total, party) => total.plus(Fraction.parse(party.share)), Fraction.of(0n));
  const faults = parties.flatMap((party, index) => {
    const number = party.personalIdentificationNumber;
    const first = parties.findIndex((other) => other.personalIdentificationNumber === number);
    const path = `${side}[${index}]`;
    return [
      ...(first < index ? [fault(`${path}.personalIdentificationNumber`, 'unique', 'đã có trong danh sách')] : []),
      ...(party.birthDate > on ? [fault(`${path}.birthDate`, 'notInFuture', 'không được ở tương lai')] : []),
    ];
  });
  if (sum.equals(Fraction.of(1n))) return faults;
  return [...faults, fault(side, 'R1', `tổng tỷ lệ phải bằng 1, hiện là ${sum.toString()}`)];
}

/** Every commune is known on the day, all parcels lie in the area of one land office, and none is listed twice. */
export function parcelFaults(parcels: readonly LandParcel[], on: LocalDate): readonly FieldFault[] {
  const keys = parcels.map(({ communeCode, mapSheet, parcelNumber }) =>
    [communeCode, mapSheet, parcelNumber].join('|'),
  );
  const firstOffice = officeFor('land-registry', parcels[0]?.communeCode ?? '', on)?.id;
  return parcels.flatMap(({ communeCode }, index) => {
    const path = `parcels[${index}]`;
    const office = officeFor('land-registry', communeCode, on)?.id;
    if (!communeOn(communeCode, on)) {
      return [fault(`${path}.communeCode`, 'commune', `xã ${communeCode} không có vào ngày ${on}`)];
    }
    if (!office) {
      return [fault(`${path}.communeCode`, 'office', `không có cơ quan đăng ký đất đai phụ trách xã ${communeCode}`)];
    }
    const elsewhere = office !== firstOffice;
    const twice = keys.indexOf(keys[index] ?? '') < index;
    return [
      ...(elsewhere ? [fault(`${path}.communeCode`, 'office', 'các thửa phải thuộc một cơ quan đăng ký đất đai')] : []),
      ...(twice ? [fault(path, 'unique', 'thửa đất đã có trong danh sách')] : []),
    ];
  });
}

/** Nothing that is handed in was made after that day. */
export function notInFuture(path: string, date: LocalDate, on: LocalDate): readonly FieldFault[] {
  return date > on ? [fault(path, 'notInFuture', 'không được ở tương lai')] : [];
}

export function fault(path: string, rule: string, message: string): FieldFault {
  return { path, rule, message };
}
