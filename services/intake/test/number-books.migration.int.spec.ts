import { describeNumbersCountOn } from '@lienthong/testing';
import { counterKey } from '@lienthong/service-host';
import { intakeService } from '../src/intake.service-definition';
import { IntakeNumberBooks1767226000111 } from '../src/migrations/number-books.migration';

describeNumbersCountOn({
  service: intakeService,
  migration: IntakeNumberBooks1767226000111,
  insert: `insert into dossier_counter (key, last) values ('H19.91.01|2026-08-03', 9999), ('H19.91.02|2026-08-03', 1)`,
  next: { [counterKey('H19.91.01', '2026-08-03')]: 10_000, [counterKey('H19.91.02', '2026-08-03')]: 2 },
});
