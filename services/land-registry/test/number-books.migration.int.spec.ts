import { describeNumbersCountOn } from '@lienthong/testing';
import { seriesKey } from '@lienthong/service-host';
import { SERIAL_SERIES } from '../src/certificates/certificate.rules';
import { officePapers } from '../src/dossiers/office-papers.data';
import { landRegistryService } from '../src/land-registry.service-definition';
import { LandNumberBooks1767226000202 } from '../src/migrations/number-books.migration';

describeNumbersCountOn({
  service: landRegistryService,
  migration: LandNumberBooks1767226000202,
  insert: `
    insert into number_series (key, last) values
      ('receipt|bien-hoa|2026', 41), ('slip|bien-hoa|2026', 7), ('slip|long-thanh|2025', 3), ('refusal|bien-hoa|2026', 1),
      ('register|bien-hoa|2026', 12), ('certificate-serial', 2100)`,
  next: {
    [seriesKey(officePapers.receipt, 'bien-hoa', '2026')]: 42,
    [seriesKey(officePapers.slip, 'bien-hoa', '2026')]: 8,
    [seriesKey(officePapers.slip, 'long-thanh', '2025')]: 4,
    [seriesKey(officePapers.refusal, 'bien-hoa', '2026')]: 2,
    [seriesKey(officePapers.register, 'bien-hoa', '2026')]: 13,
    [SERIAL_SERIES]: 2101,
  },
});
