import { countBy } from './messages.rules';
import type { Harm, Violation } from './violation';

/** A dossier as the desk keeps it. */
export interface DossierRow {
  readonly code: string;
  readonly state: number;
  /** What the citizen's paper is known by. */
  readonly paper: string | null;
}

/** Of one dossier's messages, how many of a type. */
export interface MessageCount {
  readonly code: string;
  readonly type: string;
  readonly n: number;
}

/** Every dossier is at its end, and every paper became one. */
export function endings(dossiers: readonly DossierRow[], papers: readonly string[]): Violation[] {
  const found = dossiers
    .filter(({ state }) => state !== 10)
    .map(({ code, state }) => violation('stuck', `dossier ${code} stands in state ${state}`, code));
  const accepted = countBy(dossiers, ({ paper }) => paper ?? '');
  for (const paper of papers) {
    const times = accepted.get(paper) ?? 0;
    if (times === 0) found.push(violation('lost', `${paper} was handed in and no dossier holds it`));
    if (times > 1) found.push(violation('duplicated', `${paper} became ${times} dossiers`));
  }
  return found;
}

/** Every dossier has as many of these as it must. */
export function notAsOften(
  { what, times }: { readonly what: string; readonly times: number },
  dossiers: readonly Pick<DossierRow, 'code'>[],
  rows: readonly { readonly code: string }[],
): Violation[] {
  const counts = countBy(rows, ({ code }) => code);
  return dossiers.flatMap(({ code }) => {
    const n = counts.get(code) ?? 0;
    if (n === times) return [];
    return [
      violation(n > times ? 'duplicated' : 'lost', `dossier ${code} has ${n} instead of ${times}: ${what}`, code),
    ];
  });
}

/** All dossiers of a sweep are alike, so each has as many messages of each type as most have. */
export function sameMessages(
  dossiers: readonly Pick<DossierRow, 'code'>[],
  messages: readonly MessageCount[],
): Violation[] {
  const found: Violation[] = [];
  const counts = new Map(messages.map(({ code, type, n }) => [`${code} ${type}`, n]));
  for (const type of new Set(messages.map((row) => row.type))) {
    const ofType = dossiers.map(({ code }) => ({ code, n: counts.get(`${code} ${type}`) ?? 0 }));
    const usual = mostFrequent(ofType.map(({ n }) => n));
    for (const { code, n } of ofType.filter((one) => one.n !== usual)) {
      const text = `dossier ${code} has ${n} messages ${type}, and most have ${usual}`;
      found.push(violation(n > usual ? 'duplicated' : 'lost', text, code));
    }
  }
  return found;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = [...countBy(numbers, String)].sort(([, a], [, b]) => b - a);
  return Number(counts[0]?.[0] ?? 0);
}

export function violation(harm: Harm, text: string, code?: string): Violation {
  return { harm, text, ...(code ? { stream: `dossier:${code}` } : {}) };
}
