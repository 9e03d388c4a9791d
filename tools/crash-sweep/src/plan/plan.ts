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
}

const FARTHEST_OCCURRENCE = 5;

/** Every recorded effect, before and after, in an order that the seed draws: the same record and seed give the same plan. */
export function planned(effects: readonly RecordedEffect[], { seed, pass }: PlanOptions): Target[] {
  const draw = seeded(seed * 1_000 + pass);
  const ordered = [...effects].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const targets = ordered.flatMap(({ process, name, times }): Target[] => {
    const occurrence = pass === 0 ? 1 : 1 + Math.floor(draw() * Math.min(times, FARTHEST_OCCURRENCE));
    return (['before', 'after'] as const).map((when) => ({ process, name, when, occurrence }));
  });
  return shuffled(targets, draw);
}

/** How often each process is to be killed when there is a limit: in turn, as far as it has targets. */
export function quotas(targets: readonly Target[], limit: number): ReadonlyMap<string, number> {
  const has = new Map<string, number>();
  for (const { process } of targets) has.set(process, (has.get(process) ?? 0) + 1);
  const given = new Map<string, number>();
  for (let left = Math.min(limit, targets.length), turn = 0; left > 0; turn += 1) {
    for (const [process, count] of has) {
      if (left === 0 || count <= turn) continue;
      given.set(process, turn + 1);
      left -= 1;
    }
  }
  return given;
}

function keyOf({ process, name }: Effect): string {
  return `${process}|${name}`;
}
