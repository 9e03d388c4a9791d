import { localDate } from '@lienthong/kernel';
import type { SavedRow } from '@lienthong/persistence';
import { type DeskDefinition, deskId, type Tracked, type Waiting } from './desk.definition';
import { searchTerms } from './desk-terms';

/** Who stands behind work that neither a person nor a message asked for: a timer, a sweep. */
const SYSTEM = 'system';

/** Where a row stands, as the desks show it. */
export interface Standing {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly subject: string;
  readonly dossierCode: string | undefined;
  readonly office: string;
  readonly state: string;
  readonly waits: Waiting | undefined;
  readonly terms: readonly string[];
}

/** One line of history; `fields` are the names of what changed, never its content. */
export interface ChangeLine {
  readonly subject: string;
  readonly kind: string;
  readonly key: string;
  readonly office: string;
  readonly before: string | undefined;
  readonly state: string;
  readonly fields: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly messageId: string | undefined;
  readonly reason: string | undefined;
  readonly rules: readonly string[];
}

/** What the desks keep of one save. */
export interface DeskNote {
  readonly line: ChangeLine;
  /** Whether such rows wait for persons at all. */
  readonly waits: boolean;
  readonly standing: Standing;
  readonly termsBefore: readonly string[];
}

/** Where a row stands. */
export function standingOf(of: Tracked, row: object): Standing {
  const key = of.key(row);
  return {
    id: deskId(of, key),
    kind: of.kind,
    key,
    subject: of.subject(row),
    dossierCode: of.dossierCode?.(row),
    office: of.office(row),
    state: of.state(row),
    waits: of.waits?.(row),
    terms: searchTerms(of.terms?.(row) ?? []),
  };
}

/** Undefined when the save changed nothing. */
export function noteOf(of: Tracked, { before, after, origin }: SavedRow, at: Date): DeskNote | undefined {
  const fields = changedFields(before, after);
  if (fields.length === 0) return undefined;
  const standing = standingOf(of, after);
  const { subject, kind, key, office, state } = standing;
  return {
    standing,
    waits: of.waits !== undefined,
    termsBefore: before && of.terms ? searchTerms(of.terms(before)) : [],
    line: {
      subject,
      kind,
      key,
      office,
      before: before && of.state(before),
      state,
      fields,
      by: of.by?.(after) ?? origin.by ?? SYSTEM,
      at,
      messageId: origin.causationId ?? of.message?.(after),
      reason: origin.reason,
      rules: of.rules(after),
    },
  };
}

/** Names of the fields whose content differs; of a new row all that it has. */
export function changedFields(before: object | undefined, after: object): readonly string[] {
  const now = after as Readonly<Record<string, unknown>>;
  const then = (before ?? {}) as Readonly<Record<string, unknown>>;
  const names = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...names].filter((name) => !same(then[name], now[name]));
}

function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other) || (one ?? undefined) === (other ?? undefined)) return true;
  return typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other);
}

/** The offices whose work a person of an office does today. */
export function officesOf({ takenOver }: DeskDefinition, office: string, at: Date): readonly string[] {
  return [office, ...(takenOver?.(office, localDate(at)) ?? [])];
}
