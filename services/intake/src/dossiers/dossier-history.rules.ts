import { type NationalStateCode, nextState } from '@lienthong/procedures';
import type { Decided, Dossier, DossierChange } from './dossier.state';

/** Who acts and when: a person at the desk, or the office whose message is handled. */
export interface Act {
  readonly at: Date;
  readonly by: string;
  readonly messageId?: string;
}

/** One move of the national table, appended to the history; any other move is refused by name. */
export function move({ dossier, changes }: Decided, to: NationalStateCode, act: Act, reason?: string): Decided {
  const states = nextState(dossier.states, to);
  const moved: Dossier = {
    ...dossier,
    states,
    state: to,
    changes: dossier.changes + 1,
    since: act.at,
    ...(act.messageId !== undefined && { workMessageId: act.messageId }),
  };
  return { dossier: moved, changes: [...changes, lineOf(moved, { kind: 'state', act, reason })] };
}

/** A history line that leaves the state as it is. */
export function note({ dossier, changes }: Decided, reason: string, act: Act): Decided {
  const noted = { ...dossier, changes: dossier.changes + 1 };
  return { dossier: noted, changes: [...changes, lineOf(noted, { kind: 'progress', act, reason })] };
}

interface Line {
  readonly kind: DossierChange['kind'];
  readonly act: Act;
  readonly reason?: string | undefined;
}

function lineOf(dossier: Dossier, { kind, act, reason }: Line): DossierChange {
  const { code, changes, state, ruleVersion } = dossier;
  return {
    ...act,
    key: `${code}|${changes}`,
    dossierCode: code,
    number: changes,
    kind,
    state,
    ruleVersion,
    ...(reason !== undefined && { reason }),
  };
}
