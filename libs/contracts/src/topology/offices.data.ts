import { civilJurisdictions, civilOffices } from './civil-offices.data';
import { firstDay, reform } from './dates.data';
import type { Jurisdiction, Office } from './office';
import { source, unitCodes } from './unit-codes';

/**
 * The offices of the reference installation. This is configuration, not law: names of places are real; which units there are,
 * what they answer for, and all their codes are synthetic, and an installation puts its own rows here.
 */
export const offices: readonly Office[] = [
  {
    member: 'intake',
    id: 'bien-hoa',
    name: 'Bộ phận một cửa Biên Hòa',
    unitCodes: unitCodes('91', '01'),
    validFrom: firstDay,
  },
  {
    member: 'intake',
    id: 'long-thanh',
    name: 'Bộ phận một cửa Long Thành',
    unitCodes: unitCodes('91', '02'),
    validFrom: firstDay,
  },
  {
    member: 'land-registry',
    id: 'bien-hoa',
    name: 'Chi nhánh Văn phòng đăng ký đất đai Biên Hòa',
    unitCodes: unitCodes('92', '01'),
    validFrom: firstDay,
  },
  {
    member: 'land-registry',
    id: 'long-thanh',
    name: 'Chi nhánh Văn phòng đăng ký đất đai Long Thành',
    unitCodes: unitCodes('92', '02'),
    validFrom: firstDay,
  },
  {
    member: 'tax',
    id: 'bien-hoa',
    name: 'Thuế cơ sở Biên Hòa',
    unitCodes: unitCodes('93', '01'),
    taxOfficeCode: '9000017',
    validFrom: firstDay,
  },
  {
    member: 'tax',
    id: 'long-thanh',
    name: 'Thuế cơ sở Long Thành',
    unitCodes: unitCodes('93', '02'),
    taxOfficeCode: '9000025',
    validFrom: firstDay,
  },
  {
    member: 'treasury',
    id: 'bien-hoa',
    name: 'Phòng giao dịch Kho bạc Nhà nước Biên Hòa',
    unitCodes: unitCodes('94', '01'),
    treasuryCode: '9901',
    validFrom: firstDay,
  },
  {
    member: 'treasury',
    id: 'long-thanh',
    name: 'Phòng giao dịch Kho bạc Nhà nước Long Thành',
    unitCodes: unitCodes('94', '02'),
    treasuryCode: '9902',
    validFrom: firstDay,
  },
  ...civilOffices,
  {
    member: 'collecting-bank',
    id: 'head-office',
    name: 'Hội sở ngân hàng phối hợp thu',
    unitCodes: unitCodes('96', '01'),
    validFrom: firstDay,
  },
  {
    member: 'integration-bus',
    id: 'centre',
    name: 'Trung tâm vận hành trục liên thông',
    unitCodes: unitCodes('90', '01'),
    validFrom: firstDay,
  },
];

/** The province is cut once, by commune code: the south-east belongs to Long Thành, all else to Biên Hòa. */
function branches(member: string, validFrom: string): readonly Jurisdiction[] {
  return [
    { member, office: 'bien-hoa', fromCommune: '25195', toCommune: '26325', validFrom, source },
    { member, office: 'long-thanh', fromCommune: '26326', toCommune: '26503', validFrom, source },
  ];
}

function wholeProvince(member: string, office: string): Jurisdiction {
  return { member, office, fromCommune: '25195', toCommune: '26503', validFrom: reform, source };
}

/** Who answers for a commune; the agencies of the land chain know the communes since the reform only. */
export const jurisdictions: readonly Jurisdiction[] = [
  ...branches('intake', firstDay),
  ...branches('land-registry', reform),
  ...branches('tax', reform),
  ...branches('treasury', reform),
  ...civilJurisdictions,
  wholeProvince('collecting-bank', 'head-office'),
  wholeProvince('integration-bus', 'centre'),
];
