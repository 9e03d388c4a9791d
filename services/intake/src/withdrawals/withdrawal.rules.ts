import { instantText } from '@lienthong/kernel';
import { nationalState, originsOf } from '@lienthong/procedures';
import { type Act, move, note } from '../dossiers/dossier-history.rules';
import type { Decided, Dossier } from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';

const WITHDRAWABLE: ReadonlySet<number> = new Set([2, 4, 5, 6]);

/** The citizen withdraws: at the desk at once, else the land office has to stop first (7, then 8) (F8). */
export function withdraw(dossier: Dossier, reason: string, act: Act): Decided {
  const { code, kind, state, landOffice } = dossier;
  if (kind !== 'land' || !WITHDRAWABLE.has(state)) {
    throw intakeErrors.WITHDRAWAL_TOO_LATE({ dossierCode: code, state, stateName: nationalState(state).vi });
  }
  if (landOffice !== undefined) return move({ dossier, changes: [] }, 7, act, reason);
  const outcome = { kind: 'withdrawn' as const, concludedAt: instantText(act.at), reason };
  return move(move({ dossier: { ...dossier, outcome }, changes: [] }, 7, act, reason), 8, act, reason);
}

/** The land office can no longer stop: the dossier is again where it was before the citizen asked. */
export function withdrawalRefused(dossier: Dossier, reason: string, act: Act): Decided {
  const text = `Không cho rút hồ sơ: ${reason}`;
  const origin = originsOf(dossier.states).at(-1);
  if (dossier.state !== 7 || origin === undefined) return note({ dossier, changes: [] }, text, act);
  return move({ dossier, changes: [] }, origin, act, text);
}

/** Back from what interrupted the work to the work itself: a result can only come out of 4. */
export function backAtWork(decided: Decided, act: Act): Decided {
  const origin = originsOf(decided.dossier.states).at(-1);
  return origin === undefined ? decided : backAtWork(move(decided, origin, act), act);
}
