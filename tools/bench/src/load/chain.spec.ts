import { chainCode, firstItem, indexOfChain, nextItem, recipientOf } from './chain';

const plan = { run: 'r2', route: ['a', 'b', 'a'], bytes: 1_024, streams: 3, stateRows: 1 };

describe('a chain of messages', () => {
  it('has a body of the wished size', () => {
    expect(JSON.stringify(firstItem(plan, 7))).toHaveLength(1_024);
  });

  it('follows its route to the end', () => {
    const first = firstItem(plan, 7);
    const second = nextItem(first);
    expect(recipientOf(first)).toBe('b');
    expect(second && recipientOf(second)).toBe('a');
    expect(second && nextItem(second)).toBeUndefined();
  });

  it('shares so many streams, or has its own', () => {
    expect(firstItem(plan, 7).stream).toBe('document:r2-stream-1');
    expect(firstItem({ ...plan, streams: 0 }, 7).stream).toBe('document:r2-7');
  });

  it('is found again by its code', () => {
    expect(indexOfChain(chainCode('r2', 41))).toBe(41);
  });
});
