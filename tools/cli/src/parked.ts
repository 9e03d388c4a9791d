import { clockTime } from './clock-time';
import { shortType, tableLines } from './table';

/** A parked message as its service shows it. */
export interface ParkedView {
  readonly sender: string;
  readonly id: string;
  readonly type?: string;
  readonly subject?: string;
  readonly stream?: string;
  readonly epoch?: number;
  readonly number?: number;
  readonly hash?: string;
  readonly schema?: string;
  readonly cause: string;
  readonly text: string;
  readonly attempts: number;
  readonly firstParkedAt: string;
  readonly lastAttemptAt: string;
  readonly holdsStream: boolean;
  readonly waitingBehind: number;
  readonly isReleasable: boolean;
  readonly arrivedAs: string;
}

export interface ParkedPage {
  readonly items: readonly ParkedView[];
  readonly next?: string;
}

const HEADINGS = ['parked', 'sender', 'id', 'message', 'subject', 'cause', 'tries', 'waiting'] as const;

/** One line per message. */
export function parkedTable(service: string, { items, next }: ParkedPage): string {
  if (items.length === 0) return `No message is parked at ${service}.`;
  const rows = items.map(rowOf);
  return [
    `Parked at ${service}`,
    '',
    ...tableLines(HEADINGS, rows),
    ...(next ? ['', `More: --cursor ${next}`] : []),
  ].join('\n');
}

/** One message with what an operator may do. */
export function parkedDetails(parked: ParkedView): string {
  const { sender, id, stream, epoch, number } = parked;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['message', `${sender} ${id}`],
    ['type', parked.type],
    ['subject', parked.subject],
    ['hash', parked.hash],
    ['schema', parked.schema],
    ['stream', stream && `${stream}, number ${number} of epoch ${epoch}`],
    ['cause', parked.cause],
    ['', parked.text],
    ['attempts', String(parked.attempts)],
    ['parked first', clockTime(parked.firstParkedAt)],
    ['last attempt', clockTime(parked.lastAttemptAt)],
    ['came as', parked.arrivedAs],
    ['holds its stream', parked.holdsStream ? `yes; ${parked.waitingBehind} wait behind it` : 'no'],
    ['may be', parked.isReleasable ? 'released or discarded' : 'discarded only'],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return facts.flatMap(([name, value]) => (value ? [`${name.padEnd(width)}  ${value}`] : [])).join('\n');
}

function rowOf(parked: ParkedView): readonly string[] {
  return [
    clockTime(parked.firstParkedAt),
    parked.sender,
    parked.id,
    shortType(parked.type ?? '–'),
    parked.subject ?? '–',
    parked.cause,
    String(parked.attempts),
    String(parked.waitingBehind),
  ];
}
