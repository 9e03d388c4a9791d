import type { Effect, Target } from '../effects/effect';
import { seeded, shuffled } from './seeded';

/** An effect and how often a process did it in the record. */
export interface RecordedEffect extends Effect {
  readonly times: number;
}

export interface PlanOptions {
  readonly seed: number;
  /** Which pass over the effects this is: the first meets the first occurrence of each, later ones draw another. */
  readonly pass: number;
  /** At most so many targets; drawn evenly over the processes. */
  readonly limit?: number;
}

const FARTHEST_OCCURRENCE = 5;

/** Every recorded effect, before and after, in an order that the seed draws: the same record and seed give the same plan. */
export function planned(effects: readonly RecordedEffect[], { seed, pass, limit }: PlanOptions): Target[] {
  const draw = seeded(seed * 1_000 + pass);
  const ordered = [...effects].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const targets = ordered.flatMap(({ process, name, times }): Target[] => {
    const occurrence = pass === 0 ? 1 : 1 + Math.floor(draw() * Math.min(times, FARTHEST_OCCURRENCE));
    return (['before', 'after'] as const).map((when) => ({ process, name, when, occurrence }));
  });
  const order = shuffled(targets, draw);
  return limit === undefined ? order : inTurn(order).slice(0, limit);
}

/** One target of each process, then the next of each. */
function inTurn(order: readonly Target[]): Target[] {
  const nth = new Map<string, number>();
  return order
    .map((target) => {
      const turn = nth.get(target.process) ?? 0;
      nth.set(target.process, turn + 1);
      return { target, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ target }) => target);
}

function keyOf({ process, name }: Effect): string {
  return `${process}|${name}`;
}
