import { describeNumbersCountOn } from '@lienthong/testing';
import { entrySeries } from '../src/bookings/booking.rules';
import { treasuryService } from '../src/treasury.service-definition';
import { TreasuryNumberBooks1767226000401 } from '../src/migrations/number-books.migration';

describeNumbersCountOn({
  service: treasuryService,
  migration: TreasuryNumberBooks1767226000401,
  insert: `insert into entry_series (name, last_number) values ('entry|bien-hoa|2026', 9), ('entry|long-thanh|2026', 1)`,
  next: { [entrySeries('bien-hoa', '2026-08-04')]: 10, [entrySeries('long-thanh', '2026-08-04')]: 2 },
});
