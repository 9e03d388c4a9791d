import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Flag, ListOf, MemberCode, Message, streamOf, Text, Whole } from '@lienthong/envelope';
import {
  exampleCollection,
  exampleIncomeTax,
  exampleIssuedOn,
  exampleRegistrationFee,
} from '../parts/clean-transfer.example';
import { DayDifference } from '../parts/day-difference.part';
import { TREASURY_CODE } from '../patterns';

const example: DayReconciledV1 = {
  toldBy: 'collecting-bank',
  date: exampleIssuedOn,
  treasuryCode: exampleCollection.treasuryCode,
  run: 1,
  matched: false,
  toldCount: 1,
  toldDong: exampleIncomeTax.amountDong,
  bookedCount: 2,
  bookedDong: '20000000' as DongText,
  differences: [
    {
      reference: exampleRegistrationFee.reference,
      difference: 'missing',
      bookedDong: exampleRegistrationFee.amountDong,
    },
  ],
};

/** M47: match or difference file; the first 2,000 differences travel, the treasury's file holds all. */
@Message({
  owner: 'treasury',
  name: 'day-reconciled',
  version: 1,
  summary: 'The treasury has compared a list of a day with its books: match or differences (thừa, thiếu, lệch) (M47).',
  stream: (body) => streamOf.reconciliation(body.toldBy, body.date),
  subject: () => undefined,
  example,
})
export class DayReconciledV1 {
  /** The member whose list was compared. */
  @MemberCode()
  readonly toldBy: string;

  @DateText()
  readonly date: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;

  @Whole({ min: 1, max: 999 })
  readonly run: number;

  @Flag()
  readonly matched: boolean;

  @Whole({ min: 0, max: 1_998_000 })
  readonly toldCount: number;

  @DongAmount()
  readonly toldDong: DongText;

  @Whole({ min: 0, max: 1_998_000 })
  readonly bookedCount: number;

  @DongAmount()
  readonly bookedDong: DongText;

  @ListOf(() => DayDifference, { min: 0, max: 2000 })
  readonly differences: readonly DayDifference[];
}
