import { describeNumbersCountOn } from '@lienthong/testing';
import { noticeSeries, PAYABLE_ITEM_SERIES } from '../src/notices/payment-notices.rules';
import { taxService } from '../src/tax.service-definition';
import { TaxNumberBooks1767226000301 } from '../src/migrations/number-books.migration';

describeNumbersCountOn({
  service: taxService,
  migration: TaxNumberBooks1767226000301,
  insert: `insert into number_series (name, last_number) values ('notice|bien-hoa|2026', 12), ('payable-item', 40579999999)`,
  next: { [noticeSeries('bien-hoa', '2026-08-03')]: 13, [PAYABLE_ITEM_SERIES]: 40_580_000_000 },
});
