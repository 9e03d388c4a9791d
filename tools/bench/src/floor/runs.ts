import { hash } from 'node:crypto';

/** Numbers of one stream that arrived in one batch, without a gap. */
export interface Run {
  readonly key: string;
  readonly epoch: number;
  readonly first: number;
  last: number;
}

export interface Numbered {
  readonly key: string;
  readonly epoch: number;
  readonly sequence: number;
}

/** Numbers that follow each other, in the order in which they came. */
export function runsOf(batch: readonly Numbered[]): readonly Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  for (const { key, epoch, sequence } of batch) {
    const run = open.get(key);
    if (run?.epoch === epoch && run.last === sequence - 1) run.last = sequence;
    else {
      const begun = { key, epoch, first: sequence, last: sequence };
      runs.push(begun);
      open.set(key, begun);
    }
  }
  return runs;
}

class OutOfTurn extends Error {}

/** One run a stream: whether it follows what came before is the database's to say. @throws OutOfTurn */
export function inTurn(runs: readonly Run[]): readonly Run[] {
  if (new Set(runs.map(({ key }) => key)).size < runs.length) throw new OutOfTurn('a number came again or is missing');
  return runs;
}

/** Shard of a stream, 0–7. */
export function shardOf(key: string): number {
  return (hash('sha256', key, 'buffer')[0] as number) % 8;
}

/** Rows as arrays of columns, for `unnest`. */
export function columns<R extends object>(rows: readonly R[], names: readonly (keyof R)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}

const DIVISION_BY_ZERO = '22012';
const UNIQUE_VIOLATION = '23505';

/** A statement refused to write because a message came again, or not in its turn. */
export function isOutOfTurn(error: unknown): boolean {
  const { code } = error as { code?: string };
  return error instanceof OutOfTurn || code === DIVISION_BY_ZERO || code === UNIQUE_VIOLATION;
}
