/** What a value of the field becomes in our declaration: `text` stays as it is. */
export type FieldReading = 'text' | 'date' | 'number' | 'flag' | 'sex' | 'relation';

/** A field as it comes (O §4.3, flat names; places are objects of their own), and where it stands in our declaration. */
export interface BirthField {
  readonly wire: string;
  readonly path: string;
  readonly reading?: FieldReading;
}

function placeFields(wire: string, path: string): readonly BirthField[] {
  return [
    { wire: `${wire}.maTinh`, path: `${path}.provinceCode` },
    { wire: `${wire}.maXa`, path: `${path}.communeCode` },
    { wire: `${wire}.dcChiTiet`, path: `${path}.detail` },
  ];
}

function parentFields(wire: 'me' | 'cha', path: 'mother' | 'father'): readonly BirthField[] {
  return [
    { wire: `${wire}HoTen`, path: `${path}.name` },
    { wire: `${wire}NgaySinh`, path: `${path}.birthDate`, reading: 'date' },
    { wire: `${wire}DanToc`, path: `${path}.ethnicity` },
    { wire: `${wire}QuocTich`, path: `${path}.nationality` },
    { wire: `${wire}SoDDCN`, path: `${path}.personalIdentificationNumber` },
    { wire: `${wire}XacThucThongTin`, path: `${path}.verified`, reading: 'flag' },
    ...placeFields(`${wire}NoiCuTru`, `${path}.residence`),
  ];
}

/**
 * Names found in the field (O §4.3). Readings, since the source names fields and not their values: the place of registration
 * is the code of the commune, sex and relation are words, the requester's paper is the personal number.
 */
export const birthFields: readonly BirthField[] = [
  { wire: 'noiDangKy', path: 'registrationCommuneCode' },
  { wire: 'soLuongBanSao', path: 'copies', reading: 'number' },
  { wire: 'maGCS', path: 'proof.number' },
  { wire: 'ngayCapGCS', path: 'proof.issuedOn', reading: 'date' },
  { wire: 'nksHoTen', path: 'child.name' },
  { wire: 'nksGioiTinh', path: 'child.sex', reading: 'sex' },
  { wire: 'nksNgaySinh', path: 'child.birthDate', reading: 'date' },
  { wire: 'nksQueQuan', path: 'child.nativePlace' },
  { wire: 'nksDanToc', path: 'child.ethnicity' },
  { wire: 'nksQuocTich', path: 'child.nationality' },
  ...placeFields('nksNoiSinh', 'child.birthPlace'),
  ...parentFields('me', 'mother'),
  ...parentFields('cha', 'father'),
  { wire: 'nycHoTen', path: 'requester.name' },
  { wire: 'nycQuanHe', path: 'requester.relation', reading: 'relation' },
  { wire: 'nycSoGiayToTuyThan', path: 'requester.personalIdentificationNumber' },
  { wire: 'nycSoDienThoai', path: 'requester.phone' },
  { wire: 'nycEmail', path: 'requester.email' },
];

/**
 * Not found in the field, and in our own form therefore: which child of the birth it is (twins), and the two requests beside the
 * registration with the fields of our contract (CT01, TK1-TS).
 */
export const ownBirthFields = {
  birthOrder: 'nksThuTuSinh',
  residence: 'dangKyThuongTru',
  healthCard: 'theBHYT',
} as const;

export const sexWords: Readonly<Record<string, string>> = { nam: 'male', nữ: 'female' };

export const relationWords: Readonly<Record<string, string>> = {
  mẹ: 'mother',
  cha: 'father',
  bố: 'father',
  ông: 'grandparent',
  bà: 'grandparent',
  'người giám hộ': 'guardian',
  'người thân': 'relative',
};
