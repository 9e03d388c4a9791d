import { firstDay, lastDayBeforeReform, reform } from './dates.data';
import type { FormerName, Jurisdiction, Office } from './office';
import { source, unitCodes } from './unit-codes';

/** Long Thành was a thị trấn, then a xã, and is a phường since 30/04/2026. */
const LAST_DAY_AS_XA = '2026-04-29';
const BIEN_HOA = ['25195', '26325'] as const;
const LONG_THANH = ['26326', '26503'] as const;

const tranBien = (unit: string): readonly FormerName[] => [
  { name: `${unit} phường Trung Dũng`, validTo: lastDayBeforeReform },
];
const longThanh = (unit: string): readonly FormerName[] => [
  { name: `${unit} thị trấn Long Thành`, validTo: lastDayBeforeReform },
  { name: `${unit} xã Long Thành`, validTo: LAST_DAY_AS_XA },
];

/** Two communes with an office of their own, under the names that the communes had. */
function communeOffices(member: string, agency: string, unit: string): readonly Office[] {
  return [
    {
      member,
      id: 'tran-bien',
      name: `${unit} phường Trấn Biên`,
      formerNames: tranBien(unit),
      unitCodes: unitCodes(agency, '01'),
      validFrom: firstDay,
    },
    {
      member,
      id: 'long-thanh',
      name: `${unit} phường Long Thành`,
      formerNames: longThanh(unit),
      unitCodes: unitCodes(agency, '02'),
      validFrom: firstDay,
    },
  ];
}

/**
 * Offices of the civil chains. Since the reform social protection is the commune's, before it was the district's labour office
 * (S0); BHXH answers by branch, with the districts' names until the reform. Offices of the province take part in no chain of
 * today. Configuration, not law.
 */
export const civilOffices: readonly Office[] = [
  ...communeOffices('civil-status', '95', 'Tư pháp – hộ tịch'),
  ...communeOffices('residence', '97', 'Công an'),
  {
    member: 'residence',
    id: 'quang-vinh',
    name: 'Công an phường Quang Vinh',
    unitCodes: unitCodes('97', '03', lastDayBeforeReform),
    validFrom: firstDay,
    validTo: lastDayBeforeReform,
    successor: 'tran-bien',
  },
  {
    member: 'health-insurance',
    id: 'bien-hoa',
    name: 'Bảo hiểm xã hội cơ sở Biên Hòa',
    formerNames: [{ name: 'Bảo hiểm xã hội thành phố Biên Hòa', validTo: lastDayBeforeReform }],
    unitCodes: unitCodes('98', '01'),
    validFrom: firstDay,
  },
  {
    member: 'health-insurance',
    id: 'long-thanh',
    name: 'Bảo hiểm xã hội cơ sở Long Thành',
    formerNames: [{ name: 'Bảo hiểm xã hội huyện Long Thành', validTo: lastDayBeforeReform }],
    unitCodes: unitCodes('98', '02'),
    validFrom: firstDay,
  },
  {
    member: 'health-insurance',
    id: 'province',
    name: 'Bảo hiểm xã hội tỉnh Đồng Nai',
    unitCodes: unitCodes('98', '00'),
    validFrom: firstDay,
  },
  ...communeOffices('social-protection', '99', 'Bộ phận bảo trợ xã hội').map((office) => ({
    ...office,
    formerNames: (office.formerNames ?? []).filter(({ validTo }) => validTo > reform),
    unitCodes: office.unitCodes.filter(({ validTo }) => validTo === undefined),
    validFrom: reform,
  })),
  {
    member: 'social-protection',
    id: 'district-bien-hoa',
    name: 'Phòng Lao động – Thương binh và Xã hội thành phố Biên Hòa',
    unitCodes: unitCodes('99', '03', lastDayBeforeReform),
    validFrom: firstDay,
    validTo: lastDayBeforeReform,
    successor: 'tran-bien',
  },
  {
    member: 'social-protection',
    id: 'district-long-thanh',
    name: 'Phòng Lao động – Thương binh và Xã hội huyện Long Thành',
    unitCodes: unitCodes('99', '04', lastDayBeforeReform),
    validFrom: firstDay,
    validTo: lastDayBeforeReform,
    successor: 'long-thanh',
  },
  {
    member: 'social-protection',
    id: 'province',
    name: 'Cơ quan bảo trợ xã hội tỉnh Đồng Nai',
    unitCodes: unitCodes('99', '00'),
    validFrom: firstDay,
  },
];

interface Days {
  readonly validFrom: string;
  readonly validTo?: string;
}

function answers(member: string, office: string, communes: readonly [string, string], days: Days): Jurisdiction {
  const [fromCommune, toCommune] = communes;
  return { member, office, fromCommune, toCommune, ...days, source };
}

const always: Days = { validFrom: firstDay };
const beforeReform: Days = { validFrom: firstDay, validTo: lastDayBeforeReform };
const sinceReform: Days = { validFrom: reform };
const inTranBien = ['26041', '26041'] as const;
const inLongThanh = ['26368', '26368'] as const;

/** Who answers for a commune in the civil chains. */
export const civilJurisdictions: readonly Jurisdiction[] = [
  answers('civil-status', 'tran-bien', inTranBien, always),
  answers('civil-status', 'long-thanh', inLongThanh, always),
  answers('residence', 'tran-bien', inTranBien, always),
  answers('residence', 'quang-vinh', ['26023', '26023'], beforeReform),
  answers('residence', 'long-thanh', inLongThanh, always),
  answers('health-insurance', 'bien-hoa', BIEN_HOA, always),
  answers('health-insurance', 'long-thanh', LONG_THANH, always),
  answers('social-protection', 'district-bien-hoa', BIEN_HOA, beforeReform),
  answers('social-protection', 'district-long-thanh', LONG_THANH, beforeReform),
  answers('social-protection', 'tran-bien', inTranBien, sinceReform),
  answers('social-protection', 'long-thanh', inLongThanh, sinceReform),
];
