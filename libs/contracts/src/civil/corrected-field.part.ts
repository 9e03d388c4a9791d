import { OneOf, Personal, Text } from '@lienthong/envelope';

/** One field of a register entry before and after its correction (cải chính). */
export class CorrectedField {
  @OneOf([
    'name',
    'birth-date',
    'sex',
    'native-place',
    'ethnicity',
    'father',
    'mother',
    'personal-identification-number',
  ] as const)
  readonly field:
    | 'name'
    | 'birth-date'
    | 'sex'
    | 'native-place'
    | 'ethnicity'
    | 'father'
    | 'mother'
    | 'personal-identification-number';

  @Personal()
  @Text({ max: 200 })
  readonly before: string;

  @Personal()
  @Text({ max: 200 })
  readonly after: string;
}
