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
}

const HEADINGS = ['sent', 'message', 'from', 'to', 'delivered', 'outcome', 'at'] as const;

/** One line per message and recipient, oldest first, and at the end who has the dossier now and since when. */
export function traceTable({ dossierCode, messages }: Trace): string {
  const rows = inOrder(messages).flatMap((message) => message.deliveries.map((delivery) => rowOf(message, delivery)));
  return [`Dossier ${dossierCode}`, '', ...tableLines(HEADINGS, rows), '', holderOf({ dossierCode, messages })].join(
    '\n',
  );
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
    delivery.outcome ?? delivery.state,
    clockTime(delivery.handledAt),
  ];
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
