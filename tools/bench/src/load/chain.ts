/** What all chains of one load have in common. */
export interface ChainPlan {
  /** Separates the loads of one stage. */
  readonly run: string;
  /** Members in order: hop k goes route[k] → route[k + 1]. */
  readonly route: readonly string[];
  /** Size of a message's body. */
  readonly bytes: number;
  /** Chains share so many streams; 0: each has its own. */
  readonly streams: number;
  /** Rows of state that each visit of a member writes. */
  readonly stateRows: number;
}

/** The body of a message: the same for ours and for the floor. */
export interface ChainItem {
  readonly chain: string;
  /** Place of the sender in the route. */
  readonly hop: number;
  readonly route: readonly string[];
  readonly stream: string;
  readonly amount: number;
  readonly stateRows: number;
  readonly filler: string;
}

const AMOUNTS = 997;

export function chainCode(run: string, index: number): string {
  return `${run}-${index}`;
}

export function indexOfChain(chain: string): number {
  return Number(chain.slice(chain.lastIndexOf('-') + 1));
}

/** What each visit adds to the chain's state: wrong sums tell lost and doubled ones apart from swapped ones. */
export function amountOf(index: number): number {
  return 1 + (index % AMOUNTS);
}

/** The first message of a chain, filled up to the wished size. */
export function firstItem({ run, route, bytes, streams, stateRows }: ChainPlan, index: number): ChainItem {
  const chain = chainCode(run, index);
  const stream = `document:${streams === 0 ? chain : `${run}-stream-${index % streams}`}`;
  const bare = { chain, hop: 0, route, stream, amount: amountOf(index), stateRows, filler: '' };
  return { ...bare, filler: 'x'.repeat(Math.max(1, bytes - JSON.stringify(bare).length)) };
}

/** The message that the member at the next place of the route sends, if the route goes on. */
export function nextItem(item: ChainItem): ChainItem | undefined {
  const hop = item.hop + 1;
  return hop + 1 < item.route.length ? { ...item, hop } : undefined;
}

export function recipientOf({ route, hop }: ChainItem): string {
  const recipient = route[hop + 1];
  if (recipient === undefined) throw new Error('a message without a recipient: the route ends before');
  return recipient;
}
