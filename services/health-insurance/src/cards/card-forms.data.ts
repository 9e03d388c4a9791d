import type { LocalDate } from '@lienthong/kernel';

/** The form of new card numbers on a day. `reading`: not confirmed by a text we have seen, a configurable reading. */
export interface CardForm {
  readonly form: 'group-and-number' | 'number-alone';
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly source: string;
  readonly reading: boolean;
}

/** Group and benefit level of a child under six (O §4.3, knowledge). */
export const CHILD_GROUP = 'TE1';

/** Age at which the group of children under six ends, in months (O §4.3, knowledge). */
export const CHILD_MONTHS = 72;

export const cardForms: readonly CardForm[] = [
  {
    form: 'group-and-number',
    validFrom: '2015-11-16',
    validTo: '2020-12-31',
    source: 'QĐ 1351/QĐ-BHXH, 16/11/2015: group 2 letters, benefit 1, province 2, social insurance number 10 (O §4.3)',
    reading: false,
  },
  {
    form: 'number-alone',
    validFrom: '2021-01-01',
    source: 'from 2021 the card shows the ten-digit social insurance number (O §4.3, knowledge)',
    reading: true,
  },
];
