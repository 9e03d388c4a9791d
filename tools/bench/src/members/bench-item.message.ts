import { ListOfText, Message, Text, Whole } from '@lienthong/envelope';
import { type ChainItem } from '../load/chain';

const MAX_ROUTE = 64;
const MAX_FILLER = 200_000;

/** A message that only the bench's members know: the bus learns it from its registry, like every other. */
@Message({
  owner: 'bench',
  name: 'item',
  version: 1,
  summary: 'One hop of a chain of messages; for measuring.',
  stream: ({ stream }: { readonly stream: string }) => stream,
  example: {
    ...{ chain: 'r1-0', hop: 0, route: ['bench-a', 'bench-b'], stream: 'document:r1-0', amount: 1, stateRows: 1 },
    filler: 'x',
  },
})
export class BenchItemV1 implements ChainItem {
  @Text({ max: 60 }) readonly chain: string;
  @Whole({ min: 0, max: MAX_ROUTE }) readonly hop: number;
  @ListOfText({ min: 2, max: MAX_ROUTE, maxLength: 40 }) readonly route: readonly string[];
  @Text({ max: 120 }) readonly stream: string;
  @Whole({ min: 1, max: 1_000_000 }) readonly amount: number;
  @Whole({ min: 1, max: 100 }) readonly stateRows: number;
  @Text({ max: MAX_FILLER }) readonly filler: string;
}
