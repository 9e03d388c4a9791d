import { spreadOf } from './spread';
import type { Spread } from '../scenario';

/** Both sides of a comparison, measured in turn. */
export interface Interleaved {
  readonly floor: Spread;
  readonly ours: Spread;
  /** Of each pair of neighbours: what the machine did meanwhile met both. */
  readonly ratio: Spread;
}

export interface Sides {
  readonly floor: () => Promise<number>;
  readonly ours: () => Promise<number>;
}

/** Measures floor and ours A B A B …: the first pair warms up and is not counted. */
export async function interleave({ floor, ours }: Sides, pairs: number): Promise<Interleaved> {
  const [floors, own]: [number[], number[]] = [[], []];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const measured = [await floor(), await ours()] as const;
    if (pair === 0) continue;
    floors.push(measured[0]);
    own.push(measured[1]);
  }
  return comparedOf(floors, own);
}

/** Of measurements that were taken in turn. */
export function comparedOf(floors: readonly number[], own: readonly number[]): Interleaved {
  const ratios = own.map((value, at) => value / (floors[at] as number));
  return { floor: spreadOf(floors), ours: spreadOf(own), ratio: spreadOf(ratios) };
}
