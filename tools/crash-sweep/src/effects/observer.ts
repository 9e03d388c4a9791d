import type { When } from './effect';

/** Told of every effect of this process, right before it and right after its result. */
export type Observer = (name: string, when: When) => void;

/** Tells what became of an answered effect before its caller hears of it; a failed one has no "after". */
export function observed<T>(names: readonly string[], observe: Observer, work: () => Promise<T>): Promise<T> {
  for (const name of names) observe(name, 'before');
  return work().then((result) => {
    for (const name of names) observe(name, 'after');
    return result;
  });
}
