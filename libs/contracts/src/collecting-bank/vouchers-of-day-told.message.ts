import { Message, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { DayList } from '../parts/day-list.part';
import { BANK_CODE } from '../patterns';

const example: VouchersOfDayToldV1 = {
  bankCode: '99999001',
  date: exampleIssuedOn,
  treasuryCode: exampleCollection.treasuryCode,
  run: 1,
  part: 1,
  parts: 1,
  count: 1,
  totalDong: exampleIncomeTax.amountDong,
  amounts: [{ reference: exampleIncomeTax.reference, amountDong: exampleIncomeTax.amountDong }],
};

/** M47 DoiSoatNgay, the bank's side: what it debited on a day for a treasury office. */
@Message({
  owner: 'collecting-bank',
  name: 'vouchers-of-day-told',
  version: 1,
  summary: 'The collecting bank tells its vouchers of a day for the daily reconciliation (đối soát cuối ngày) (M47).',
  stream: (body) => streamOf.reconciliation('collecting-bank', body.date),
  subject: () => undefined,
  example,
})
export class VouchersOfDayToldV1 extends DayList {
  @Text({ max: 8, pattern: BANK_CODE })
  readonly bankCode: string;
}
