/** What two sorted lists say of one key. */
export interface Pair<L, R> {
  readonly left: readonly L[];
  readonly right: readonly R[];
}

/**
 * Walks two lists that are sorted by the same key side by side, one key at a time, and never holds more than one key of
 * each. @throws when a list is not sorted
 */
export async function* mergeSorted<L, R>(
  left: AsyncIterable<L>,
  right: AsyncIterable<R>,
  keys: { readonly left: (one: L) => string; readonly right: (one: R) => string },
): AsyncGenerator<Pair<L, R>> {
  const [a, b] = [groups(left, keys.left), groups(right, keys.right)];
  let [one, other] = [await a.next(), await b.next()];
  while (!one.done || !other.done) {
    const [first, second] = [one.done ? undefined : one.value.key, other.done ? undefined : other.value.key];
    const takesLeft = first !== undefined && (second === undefined || first <= second);
    const takesRight = second !== undefined && (first === undefined || second <= first);
    yield {
      left: takesLeft && !one.done ? one.value.items : [],
      right: takesRight && !other.done ? other.value.items : [],
    };
    if (takesLeft) one = await a.next();
    if (takesRight) other = await b.next();
  }
}

/** Neighbours with one key together. */
async function* groups<T>(
  list: AsyncIterable<T>,
  keyOf: (one: T) => string,
): AsyncGenerator<{ readonly key: string; readonly items: readonly T[] }, undefined> {
  let key: string | undefined;
  let items: T[] = [];
  for await (const one of list) {
    const next = keyOf(one);
    if (key !== undefined && next < key) throw new Error('a book is not in the order of its keys');
    if (key !== undefined && next !== key) {
      yield { key, items };
      items = [];
    }
    key = next;
    items.push(one);
  }
  if (key !== undefined) yield { key, items };
  return undefined;
}
