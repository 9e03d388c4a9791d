import { tableLines } from './table';

/** An act of administration as the bus shows it. */
export interface ActView {
  readonly id: string;
  readonly kind: string;
  readonly effect: string;
  readonly content: object;
  readonly reason: string;
  readonly state: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly settledBy?: string;
  readonly settledAt?: string;
  readonly settledReason?: string;
  readonly result?: object;
  readonly logId: string;
}

export interface ActPage {
  readonly items: readonly ActView[];
  readonly next?: string;
}

const second = (instant: string): string => instant.slice(0, 19).replace('T', ' ');

/** One line per act, newest first. */
export function actsTable({ items, next }: ActPage): string {
  if (items.length === 0) return 'No acts.';
  const rows = items.map((act) => [
    second(act.askedAt),
    act.kind,
    act.overdue ? `${act.state} (overdue)` : act.state,
    act.askedBy,
    act.settledBy ?? '–',
    act.id,
  ]);
  const headings = ['asked', 'act', 'state', 'by', 'second person', 'id'];
  return [...tableLines(headings, rows), ...(next ? ['', `More: --cursor ${next}`] : [])].join('\n');
}

/** One act with what it says and what is to be done with it. */
export function actDetails(act: ActView): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['act', `${act.kind} (${act.effect})`],
    ['id', act.id],
    ['state', act.state],
    ['asked', `${second(act.askedAt)} by ${act.askedBy}`],
    ['reason', act.reason],
    ['content', JSON.stringify(act.content)],
    ['settled', act.settledAt && `${second(act.settledAt)} by ${act.settledBy ?? '–'}`],
    ['because', act.settledReason],
    ['gave', act.result && JSON.stringify(act.result)],
    ['log entry', act.logId],
    ['next', nextStep(act)],
  ];
  return facts.flatMap(([name, value]) => (value ? [`${name.padEnd(9)}  ${value}`] : [])).join('\n');
}

const confirming = (id: string): string => `lienthong acts confirm ${id}`;

function nextStep({ id, state, dueAt, overdue }: ActView): string | undefined {
  switch (state) {
    case 'proposed':
      return `not done yet: another operator confirms or refuses it by ${second(dueAt)}: ${confirming(id)}`;
    case 'in-force':
      return `in force; another operator ${overdue ? 'should have confirmed' : 'confirms'} it by ${second(dueAt)}: ${confirming(id)}`;
    case 'disputed':
      return 'in force and disputed: lift it by the act that permits it again, or confirm it';
    default:
      return undefined;
  }
}
