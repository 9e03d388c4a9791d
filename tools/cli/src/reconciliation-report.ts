import { clockTime } from './clock-time';
import { tableLines } from './table';

interface DifferenceView {
  readonly kind: string;
  readonly meaning: string;
  readonly member: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** A comparison of the members' books with the log. */
export interface ReportView {
  readonly id: string;
  readonly day: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly compared: readonly { readonly member: string; readonly side: string; readonly messages: number }[];
  readonly missing: readonly { readonly member: string; readonly side: string }[];
  /** A bus of an earlier version does not tell. */
  readonly notCompared?: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: { readonly items: readonly DifferenceView[]; readonly next?: string };
}

/** As an operator reads it: what was compared, what was not, what differs. */
export function reportText(report: ReportView): string {
  const { day, state, compared, missing, notCompared = [], counts, differences } = report;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const messages = compared.reduce((sum, one) => sum + one.messages, 0);
  const head = `${day}, ${clockTime(report.from)} to ${clockTime(report.to)}: `;
  if (state !== 'done') return `${head}the members are asked for their books.`;
  return [
    `${head}${compared.length} ${compared.length === 1 ? 'book' : 'books'} with ${messages} messages compared, ${total} ${total === 1 ? 'difference' : 'differences'}.`,
    ...missing.map(({ member, side }) => `No book of what ${member} ${side}.`),
    ...(notCompared.length > 0 ? [`Not compared, keeps no books with the bus: ${notCompared.join(', ')}.`] : []),
    ...(total > 0
      ? ['', ...tableLines(['what', 'member', 'sender', 'message', 'stream', 'facts'], differences.items.map(rowOf))]
      : []),
    ...(differences.next ? ['', 'There are more: GET /reconciliations/' + `${day}?cursor=${differences.next}`] : []),
  ].join('\n');
}

function rowOf({ meaning, member, sender, id, stream, facts }: DifferenceView): readonly string[] {
  const said = Object.entries(facts).map(([who, what]) => `${who}: ${what === null ? 'nothing' : String(what)}`);
  return [meaning, member, sender, id, stream, said.join(', ')];
}
