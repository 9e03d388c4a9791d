import type { DongText as Dong } from '@lienthong/kernel';
import * as f from '.';

const SEXES = ['male', 'female'] as const;

/** A part with an optional and two personal fields. */
export class Person {
  @f.Personal() @f.Text({ max: 20 }) readonly name: string;
  @f.PersonalNumber() readonly number: string;
  @f.OneOf(SEXES) readonly sex: (typeof SEXES)[number];
  @f.Optional() @f.Personal() @f.DateText() readonly birthDate?: string;
}

/** A class that uses every field decorator at least once. */
export class EveryField {
  @f.Text({ min: 2, max: 5 }) readonly text: string;
  @f.Text({ max: 10, pattern: '^[A-Z]{1,3}$' }) readonly letters: string;
  @f.Whole({ min: 1, max: 9 }) readonly whole: number;
  @f.Flag() readonly flag: boolean;
  @f.DongAmount() readonly amountDong: Dong;
  @f.DecimalText({ scale: 2 }) readonly area: string;
  @f.DecimalText({ scale: 0 }) readonly rounded: string;
  @f.DateText() readonly date: string;
  @f.InstantText() readonly at: string;
  @f.PersonalNumber() readonly number: string;
  @f.DossierCode() readonly dossierCode: string;
  @f.ProcedureCode() readonly procedure: string;
  @f.ShareText() readonly share: string;
  @f.OfficeId() readonly office: string;
  @f.MemberCode() readonly member: string;
  @f.IdText() readonly id: string;
  @f.HashText() readonly hash: string;
  @f.Part(() => Person) readonly owner: Person;
  @f.Optional() @f.Part(() => Person) readonly spouse?: Person;
  @f.ListOf(() => Person, { max: 3 }) readonly people: readonly Person[];
  @f.Optional() @f.ListOf(() => Person, { min: 0, max: 1 }) readonly witnesses?: readonly Person[];
  @f.ListOfText({ max: 2, maxLength: 3 }) readonly marks: readonly string[];
  @f.Optional() @f.Whole({ min: 0, max: 5 }) readonly count?: number;
}

export const person = { name: 'Nguyễn Văn A', number: '075190000001', sex: 'female', birthDate: '1990-05-17' };

/** A valid body of EveryField. */
export const everyField = {
  text: 'abc',
  letters: 'AB',
  whole: 5,
  flag: false,
  amountDong: '16000000',
  area: '100.5',
  rounded: '7',
  date: '2026-08-03',
  at: '2026-08-03T09:12:00.250+07:00',
  number: '079085000002',
  dossierCode: 'H19.12-260803-0001',
  procedure: '1.013831',
  share: '1/2',
  office: 'bien-hoa',
  member: 'land-registry',
  id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
  hash: `${'h'.repeat(42)}A`,
  owner: person,
  spouse: person,
  people: [person, { name: 'B', number: '075090000003', sex: 'male' }],
  witnesses: [],
  marks: ['a', 'bcd'],
  count: 0,
};
