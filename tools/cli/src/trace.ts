import { shortType, tableLines } from './table';

/** What the bus knows of one delivery of a message. */
export interface TraceDelivery {
  readonly recipient: string;
  readonly office: string;
  readonly state: string;
  readonly deliverySequence?: number;
  readonly deliveredAt?: string;
  readonly handledAt?: string;
  readonly outcome?: string;
  readonly cause?: string;
  /** Where it waits; absent after the recipient's last word. */
  readonly waits?: string;
  readonly waitsSince?: string;
  readonly behind?: number;
  /** Why a void took its number; the rest tells of the void. */
  readonly voided?: string;
  /** The recipient had handled the message before the void came. */
  readonly handledAfterAll?: object;
}

/** A message of the dossier that the bus refused. */
export interface TraceRefusal {
  readonly type: string;
  readonly sender: string;
  readonly code: string;
  readonly at: string;
}

/** A message that waits at the bus behind numbers that its sender has not sent. */
export interface TraceGap {
  readonly type: string;
  readonly sender: string;
  readonly sequence: number;
  readonly missingFrom: number;
  readonly missingTo: number;
  readonly since: string;
}

/** One message of a dossier, as the bus's trace gives it. */
export interface TraceMessage {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly senderOffice: string;
  readonly sentAt: string;
  readonly acceptedAt: string;
  readonly deliveries: readonly TraceDelivery[];
}

export interface Trace {
  readonly dossierCode: string;
  readonly messages: readonly TraceMessage[];
  readonly refused?: readonly TraceRefusal[];
  readonly behindGaps?: readonly TraceGap[];
}

const HEADINGS = ['sent', 'message', 'from', 'to', 'delivered', 'outcome', 'at', 'where it waits'] as const;

/** What the places of the bus mean. */
const PLACES: Readonly<Record<string, string>> = {
  'recipient-suspended': 'at the bus: the recipient is suspended',
  'to-be-discarded': 'at the bus: to be set aside',
  'no-room': 'at the bus: the recipient has no room',
  'to-be-fetched': 'at the bus: until the recipient fetches it',
  'webhook-left-alone': 'at the bus: its webhook takes nothing, tried again later',
  'being-posted': 'being posted to the recipient',
  'to-be-sent': 'at the bus: goes out next',
  leased: 'fetched by the recipient, no answer',
  unanswered: 'sent, no answer',
  parked: 'parked at the recipient',
  stashed: 'at the recipient, behind an earlier number',
};

/** One line per message and recipient, oldest first, and at the end who has the dossier now and since when. */
export function traceTable(trace: Trace): string {
  const { dossierCode, messages, refused = [], behindGaps = [] } = trace;
  const rows = inOrder(messages).flatMap((message) => message.deliveries.map((delivery) => rowOf(message, delivery)));
  return [
    ...[`Dossier ${dossierCode}`, '', ...tableLines(HEADINGS, rows)],
    ...(refused.length > 0 ? ['', 'Refused by the bus', ...refused.map(refusalLine)] : []),
    ...(behindGaps.length > 0 ? ['', 'Waiting for their senders', ...behindGaps.map(gapLine)] : []),
    ...['', holderOf(trace)],
  ].join('\n');
}

function refusalLine({ type, sender, code, at }: TraceRefusal): string {
  return `  ${clockTime(at)}  ${shortType(type)} of ${sender}: ${code}`;
}

function gapLine({ type, sender, sequence, missingFrom, missingTo, since }: TraceGap): string {
  const numbers = missingFrom === missingTo ? `number ${missingFrom} is` : `numbers ${missingFrom} to ${missingTo} are`;
  return `  ${clockTime(since)}  ${shortType(type)} of ${sender}, number ${sequence}: ${numbers} still in its outbox`;
}

function placeText({ waits, waitsSince, behind, cause }: TraceDelivery): string {
  if (waits === undefined) return '';
  const why = [behind === undefined ? '' : `behind number ${behind}`, cause ?? ''].filter(Boolean).join(', ');
  return `${PLACES[waits] ?? waits}${why ? ` (${why})` : ''}, since ${clockTime(waitsSince)}`;
}

/** Who has the dossier now: whoever has a message still to handle, else the recipient of the last one. */
export function holderOf({ messages }: Trace): string {
  const deliveries = inOrder(messages).flatMap((message) =>
    message.deliveries.map((delivery) => ({ message, delivery })),
  );
  const open = deliveries.find(({ delivery }) => delivery.handledAt === undefined || delivery.outcome !== 'handled');
  if (open) {
    const { message, delivery } = open;
    const what = `${shortType(message.type)} for ${place(delivery.recipient, delivery.office)}`;
    const since = delivery.handledAt ?? delivery.deliveredAt ?? message.acceptedAt;
    return `Now: ${what} is ${delivery.outcome ?? delivery.state}, since ${clockTime(since)}`;
  }
  const last = deliveries.at(-1);
  if (!last) return 'Now: no agency has received anything of it';
  const { message, delivery } = last;
  return `Now: at ${place(delivery.recipient, delivery.office)}, since ${clockTime(delivery.handledAt)} (${shortType(message.type)})`;
}

function rowOf(message: TraceMessage, delivery: TraceDelivery): readonly string[] {
  return [
    clockTime(message.sentAt),
    shortType(message.type),
    place(message.sender, message.senderOffice),
    place(delivery.recipient, delivery.office),
    clockTime(delivery.deliveredAt),
    outcomeText(delivery),
    clockTime(delivery.handledAt),
    placeText(delivery),
  ];
}

/** What is said of a void is not said of its message. */
function outcomeText({ voided, handledAfterAll, outcome, state }: TraceDelivery): string {
  if (voided === undefined) return outcome ?? state;
  return handledAfterAll ? `handled, void after it (${voided})` : `void (${voided})`;
}

function inOrder(messages: readonly TraceMessage[]): readonly TraceMessage[] {
  return [...messages].sort((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : a.acceptedAt > b.acceptedAt ? 1 : 0));
}

function place(member: string, office: string): string {
  return `${member}/${office}`;
}

/** `2026-08-03T09:10:00.123+07:00` → `2026-08-03 09:10:00.123` */
function clockTime(instant: string | undefined): string {
  return instant === undefined
    ? '–'
    : instant
        .slice(0, 23)
        .replace('T', ' ')
        .replace(/[+Z].*$/, '');
}
