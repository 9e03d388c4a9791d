import { InvalidRun } from '../scenario';
import { amountOf, type ChainPlan, indexOfChain } from './chain';

/** What one member holds of a chain. */
export interface ChainSums {
  readonly chain: string;
  readonly visits: number;
  readonly amount: number;
}

/** Each chain has visited each member of its route once, and left its amount there. @throws InvalidRun */
export function checkSums(sums: readonly ChainSums[], { route, stateRows }: ChainPlan, chains: number): void {
  const totals = new Map<string, { visits: number; amount: number }>();
  for (const { chain, visits, amount } of sums) {
    const known = totals.get(chain) ?? { visits: 0, amount: 0 };
    totals.set(chain, { visits: known.visits + visits, amount: known.amount + amount });
  }
  const expected = route.length * stateRows;
  const wrong = [...totals].filter(
    ([chain, seen]) => seen.visits !== expected || seen.amount !== expected * amountOf(indexOfChain(chain)),
  );
  if (totals.size === chains && wrong.length === 0) return;
  throw new InvalidRun(`${totals.size} chains with state instead of ${chains}, ${wrong.length} with wrong sums`);
}
