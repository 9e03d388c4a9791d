import { describeNumbersCountOn } from '@lienthong/testing';
import { voucherSeries } from '../src/payments/voucher.rules';
import { collectingBankService } from '../src/collecting-bank.service-definition';
import { BankNumberBooks1767226000601 } from '../src/migrations/number-books.migration';

describeNumbersCountOn({
  service: collectingBankService,
  migration: BankNumberBooks1767226000601,
  insert: `insert into voucher_series (name, last_number) values ('0101|2026', 4999999999), ('0101|2025', 3)`,
  next: { [voucherSeries('0101', '2026')]: 5_000_000_000, [voucherSeries('0101', '2025')]: 4 },
});
