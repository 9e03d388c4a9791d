import { tracked } from '@lienthong/service-host';
import { LandPrice } from './land-price.entity';

/** Rows of the price table: who entered which, under which decision; nobody waits for them. */
export const pricePlaces = tracked<LandPrice>({
  kind: 'price-place',
  row: LandPrice,
  key: ({ place }) => place,
  office: ({ entries }) => entries?.at(-1)?.office ?? '',
  subject: ({ place }) => place,
  state: () => 'entered',
  rules: ({ rows }) => rows.map(({ from, decision }) => `${decision} from ${from}`),
});
