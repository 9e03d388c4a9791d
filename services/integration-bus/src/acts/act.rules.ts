import { type AppError, instantText } from '@lienthong/kernel';
import { actErrors } from './act.errors';
import type { ActEffect, ActState, AskedAct } from './act';

const HOUR_MS = 3_600_000;
/** A restricting act is confirmed within a day; a proposal that nobody took up for a week is forgotten. */
const HOURS_UNTIL_DUE: Readonly<Record<ActEffect, number>> = {
  restricts: 24,
  permits: 7 * 24,
  irreversible: 7 * 24,
};

/** The state of an act right after it was asked for. */
export function askedState(effect: ActEffect): ActState {
  return effect === 'restricts' ? 'in-force' : 'proposed';
}

export function dueAt(effect: ActEffect, askedAt: Date): Date {
  return new Date(askedAt.getTime() + HOURS_UNTIL_DUE[effect] * HOUR_MS);
}

/** What becomes of an act when a second person confirms or refuses it at this time, or why that cannot be. */
export function settled(act: AskedAct, by: 'confirmation' | 'refusal', now: Date): ActState | AppError {
  switch (act.state) {
    case 'proposed':
      if (now >= act.dueAt) return actErrors.ACT_LAPSED({ dueAt: instantText(act.dueAt) });
      return by === 'confirmation' ? 'carried-out' : 'refused';
    case 'in-force':
      return by === 'confirmation' ? 'confirmed' : 'disputed';
    case 'disputed':
      return by === 'confirmation' ? 'confirmed' : actErrors.ACT_SETTLED({ state: act.state });
    case 'carried-out':
    case 'refused':
    case 'confirmed':
      return actErrors.ACT_SETTLED({ state: act.state });
  }
}

/** A restricting act that nobody has confirmed in time; it stays in force. */
export function isOverdue({ state, dueAt: due }: Pick<AskedAct, 'state' | 'dueAt'>, now: Date): boolean {
  return (state === 'in-force' || state === 'disputed') && now >= due;
}
