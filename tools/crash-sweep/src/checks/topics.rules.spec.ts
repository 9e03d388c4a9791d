import type { TapeRecord } from '../stage/topic-tape';
import { topicViolations } from './topics.rules';

const record = (stream: string, number: number): TapeRecord => ({
  ...{ topic: 'tax.in', partition: 0, offset: 0, stream, value: null },
  headers: { ce_deliverysequence: String(number) },
});

describe('the order in a topic', () => {
  it('allows repeats and streams side by side', () => {
    const records = [record('a', 1), record('b', 1), record('a', 2), record('a', 1), record('a', 2), record('a', 3)];
    expect(topicViolations('tax.in', records)).toEqual([]);
  });

  it('finds a number that appears before the one that it follows', () => {
    expect(topicViolations('tax.in', [record('a', 1), record('a', 3), record('a', 2)])).toMatchObject([
      { harm: 'outOfOrder', text: 'tax.in: number 3 of a appears after number 1' },
    ]);
  });

  it('leaves protocol messages aside, which have no number', () => {
    expect(topicViolations('tax.in', [record('member:tax', 0), record('member:tax', 0)])).toEqual([]);
  });
});
