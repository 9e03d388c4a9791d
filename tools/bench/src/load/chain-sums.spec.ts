import { InvalidRun } from '../scenario';
import { amountOf, chainCode } from './chain';
import { checkSums, type ChainSums } from './chain-sums';

const plan = { run: 'r1', route: ['a', 'b'], bytes: 100, streams: 0, stateRows: 1 };
const visit = (index: number, changes: Partial<ChainSums> = {}): ChainSums => ({
  ...{ chain: chainCode('r1', index), visits: 1, amount: amountOf(index) },
  ...changes,
});

describe('the sums of chains', () => {
  it('agree when each member of the route was visited once', () => {
    expect(() => checkSums([visit(0), visit(0), visit(1), visit(1)], plan, 2)).not.toThrow();
  });

  it('tell a visit that is missing', () => {
    expect(() => checkSums([visit(0), visit(0), visit(1)], plan, 2)).toThrow(InvalidRun);
  });

  it('tell a chain that nobody knows', () => {
    expect(() => checkSums([visit(0), visit(0)], plan, 2)).toThrow(InvalidRun);
  });

  it('tell a visit that counted twice', () => {
    expect(() => checkSums([visit(0), visit(0, { visits: 2, amount: 2 * amountOf(0) })], plan, 1)).toThrow(InvalidRun);
  });

  it('tell one chain’s amount recorded for another', () => {
    const swapped = [visit(0), visit(0, { amount: amountOf(1) }), visit(1), visit(1, { amount: amountOf(0) })];
    expect(() => checkSums(swapped, plan, 2)).toThrow(InvalidRun);
  });
});
