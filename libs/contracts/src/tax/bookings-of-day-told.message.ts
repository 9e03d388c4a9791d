import { Message, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { DayList } from '../parts/day-list.part';
import { TAX_OFFICE_CODE } from '../patterns';

const example: BookingsOfDayToldV1 = {
  taxOfficeCode: exampleCollection.taxOfficeCode,
  date: exampleIssuedOn,
  treasuryCode: exampleCollection.treasuryCode,
  run: 1,
  part: 1,
  parts: 1,
  count: 1,
  totalDong: exampleIncomeTax.amountDong,
  amounts: [{ reference: exampleIncomeTax.reference, amountDong: exampleIncomeTax.amountDong }],
};

/** M47 DoiSoatNgay, the tax office's side: what it holds for booked on a day. */
@Message({
  owner: 'tax',
  name: 'bookings-of-day-told',
  version: 1,
  summary:
    'The tax office tells what it holds for booked on a day, for the daily reconciliation (đối soát cuối ngày) (M47).',
  stream: (body) => streamOf.reconciliation('tax', body.date),
  subject: () => undefined,
  example,
})
export class BookingsOfDayToldV1 extends DayList {
  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;
}
