import { type IdentityPaper, isNumberPlace, type Requester } from '@lienthong/contracts';
import { type FieldFault, type LocalDate, personalNumberFacts } from '@lienthong/kernel';
import { fault, NO_FAULT } from './declaration-check';

/** What is known of a person beside the personal identification number. */
interface Known {
  readonly sex?: 'male' | 'female';
  /** A date, or the year alone. */
  readonly birthDate?: string;
}

/** Province list, sex with century, and year of birth of a personal identification number (O §4.3). */
export function numberFaults(path: string, number: string | undefined, known: Known = {}): readonly FieldFault[] {
  if (number === undefined) return NO_FAULT;
  const { provinceCode, sex, birthYear } = personalNumberFacts(number);
  const year = known.birthDate === undefined ? birthYear : Number(known.birthDate.slice(0, 4));
  return [
    ...(isNumberPlace(provinceCode) ? [] : [
      fault(path, 'personal-number-province', {
        en: `the number begins with ${provinceCode}, which is in no list of provinces`,
        vi: `ba số đầu ${provinceCode} không có trong danh mục tỉnh`,
      }),
    ]),
    ...(known.sex === undefined || known.sex === sex ? [] : [
      fault(path, 'personal-number-sex', { en: 'the number is of the other sex', vi: 'số định danh không khớp giới tính' }),
    ]),
    ...(year === birthYear ? [] : [
      fault(path, 'personal-number-birth-year', {
        en: 'the number does not fit the year of birth',
        vi: 'số định danh không khớp năm sinh',
      }),
    ]),
  ]; // prettier-ignore
}

/** A day that has come already. */
export function pastFaults(path: string, date: string | undefined, on: LocalDate): readonly FieldFault[] {
  if (date === undefined || date <= on) return NO_FAULT;
  return [fault(path, 'not-in-future', { en: 'must not lie in the future', vi: 'không được ở tương lai' })];
}

export function paperFaults(path: string, paper: IdentityPaper | undefined, on: LocalDate): readonly FieldFault[] {
  return pastFaults(`${path}.issuedOn`, paper?.issuedOn, on);
}

/** Who asks for the act says by a number or a paper who they are. */
export function requesterFaults(requester: Requester, on: LocalDate): readonly FieldFault[] {
  const { personalIdentificationNumber: number, identityPaper } = requester;
  return [
    ...(number === undefined && identityPaper === undefined
      ? [
          fault('requester.identityPaper', 'identity', {
            en: 'the requester needs a personal identification number or an identity paper',
            vi: 'người yêu cầu phải có số định danh cá nhân hoặc giấy tờ tùy thân',
          }),
        ]
      : []),
    ...numberFaults('requester.personalIdentificationNumber', number),
    ...paperFaults('requester.identityPaper', identityPaper, on),
  ];
}
