import fc from 'fast-check';
import { mergeSorted } from './merge-sorted.rules';

async function* of<T>(...items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

async function merged(left: readonly string[], right: readonly string[]): Promise<string[]> {
  const keys = { left: (one: string) => one, right: (one: string) => one };
  const pairs: string[] = [];
  for await (const pair of mergeSorted(of(...left), of(...right), keys)) {
    pairs.push(`${pair.left.join('')}|${pair.right.join('')}`);
  }
  return pairs;
}

describe('two sorted lists side by side', () => {
  it('are walked key by key, with what only one has and what one has twice', async () => {
    expect(await merged(['a', 'c', 'c', 'd'], ['b', 'c', 'e', 'e'])).toEqual(['a|', '|b', 'cc|c', 'd|', '|ee']);
    expect(await merged([], ['a'])).toEqual(['|a']);
    expect(await merged(['a'], [])).toEqual(['a|']);
    expect(await merged([], [])).toEqual([]);
  });

  it('lose and invent nothing, whatever they hold', async () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((items) => items.sort());
    await fc.assert(
      fc.asyncProperty(list, list, async (left, right) => {
        const pairs = (await merged(left, right)).map((pair) => pair.split('|'));
        expect(pairs.map(([one]) => one).join('')).toBe(left.join(''));
        expect(pairs.map(([, other]) => other).join('')).toBe(right.join(''));
        expect(pairs).toHaveLength(new Set([...left, ...right]).size);
      }),
    );
  });

  it('are refused when one is not sorted', async () => {
    await expect(merged(['b', 'a'], [])).rejects.toThrow('not in the order');
  });
});
