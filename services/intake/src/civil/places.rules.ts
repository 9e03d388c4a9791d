import { communeOn, officeFor, type Place, provinceOn } from '@lienthong/contracts';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import { fault, NO_FAULT } from './declaration-check';

/** The province whose communes the topology knows, since the day from which it knows them all. */
const OWN_PROVINCE = '75';
const COMMUNES_KNOWN_FROM = '2025-07-01';

/** The commune exists on the day, and an office of the member answers for it then. */
export function communeFaults(
  path: string,
  member: string,
  at: { readonly code: string; readonly on: LocalDate },
): readonly FieldFault[] {
  const { code, on } = at;
  if (!communeOn(code, on)) {
    return [
      fault(path, 'commune', {
        en: `commune ${code} does not exist on ${on}`,
        vi: `xã ${code} không có vào ngày ${on}`,
      }),
    ];
  }
  if (officeFor(member, code, on)) return NO_FAULT;
  return [
    fault(path, 'office', {
      en: `no office of ${member} answers for commune ${code} on ${on}`,
      vi: `không có cơ quan ${member} phụ trách xã ${code} vào ngày ${on}`,
    }),
  ];
}

/** A place in Vietnam has a province of the list of the day, and a commune that exists; a place abroad names its country. */
export function placeFaults(path: string, place: Place, on: LocalDate): readonly FieldFault[] {
  const { provinceCode, communeCode, country } = place;
  if (provinceCode === undefined && country === undefined) {
    return [
      fault(`${path}.provinceCode`, 'place', {
        en: 'a place has a province code, or a country when it lies abroad',
        vi: 'nơi trong nước phải có mã tỉnh, nơi ở nước ngoài phải ghi tên nước',
      }),
    ];
  }
  if (provinceCode !== undefined && !provinceOn(provinceCode, on)) {
    return [
      fault(`${path}.provinceCode`, 'province', {
        en: `province ${provinceCode} is not in the list of ${on}`,
        vi: `mã tỉnh ${provinceCode} không có trong danh mục vào ngày ${on}`,
      }),
    ];
  }
  const isChecked = provinceCode === OWN_PROVINCE && communeCode !== undefined && on >= COMMUNES_KNOWN_FROM;
  if (!isChecked || communeOn(communeCode, on)) return NO_FAULT;
  return [
    fault(`${path}.communeCode`, 'commune', {
      en: `commune ${communeCode} does not exist on ${on}`,
      vi: `xã ${communeCode} không có vào ngày ${on}`,
    }),
  ];
}
