import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** A message as a process marked it in its inbox, in a transaction that committed. */
export interface Handling {
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
  readonly outcome: string;
  /** Epoch milliseconds of real time at which the process heard of the commit. */
  readonly at: number;
}

/** Hears the statements of every connection, and of each answer what the server says it has done. */
export interface Witness {
  asked(connection: object, text: string, values: readonly unknown[]): void;
  answered(connection: object, command: string | undefined): void;
}

const MARKS = /insert into inbox\b/;
/** Its parameters are arrays, one for each of these columns. */
const COLUMNS = /\bas v\(([^)]+)\)/;
const BEGIN = /^\s*(begin|start transaction)\b/i;
const MARKED = ['sender', 'id', 'stream', 'seq', 'outcome'] as const;

/**
 * Writes down each handling once its transaction has committed, in the order in which the process marked them: an inbox
 * keeps one row a message, which cannot tell that a message was handled twice, or in which order a batch was.
 */
export function witnessOf(file: string): Witness {
  const open = new WeakMap<object, Omit<Handling, 'at'>[]>();
  return {
    asked: (connection, text, values) => {
      if (BEGIN.test(text)) open.set(connection, []);
      else if (MARKS.test(text)) open.get(connection)?.push(...marksIn(text, values));
    },
    answered: (connection, command) => {
      if (command !== 'COMMIT' && command !== 'ROLLBACK') return;
      const marks = command === 'COMMIT' ? (open.get(connection) ?? []) : [];
      open.delete(connection);
      const at = Date.now();
      if (marks.length > 0) appendFileSync(file, marks.map((mark) => `${JSON.stringify({ ...mark, at })}\n`).join(''));
    },
  };
}

function marksIn(text: string, values: readonly unknown[]): Omit<Handling, 'at'>[] {
  const columns = (COLUMNS.exec(text)?.[1] ?? '').split(',').map((name) => name.trim());
  const [senders = [], ids = [], streams = [], numbers = [], outcomes = []] = MARKED.map(
    (name) => (values[columns.indexOf(name)] ?? []) as readonly string[],
  );
  return senders.map((sender, at) => ({
    ...{ sender, id: String(ids[at]), stream: String(streams[at]), seq: Number(numbers[at]) },
    outcome: String(outcomes[at]),
  }));
}

/** What a process has marked, in its order; a kill may leave half a line. */
export function readHandlings(file: string): Handling[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Handling];
    } catch {
      return [];
    }
  });
}
