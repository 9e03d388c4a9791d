import { clockTime } from './clock-time';
import { shortType, tableLines } from './table';

/** A delivery that its recipient parked, as the bus shows it. */
export interface ParkedDeliveryView {
  readonly recipient: string;
  readonly sender: string;
  readonly id: string;
  readonly type: string;
  readonly dossierCode?: string;
  readonly cause?: string;
  readonly attempts: number;
  readonly hash: string;
  readonly firstParkedAt: string;
  readonly lastSentAt?: string;
  readonly waitingBehind: number;
}

export interface ParkedDeliveryPage {
  readonly items: readonly ParkedDeliveryView[];
  readonly next?: string;
}

const HEADINGS = ['parked', 'at', 'sender', 'id', 'message', 'dossier', 'cause', 'sent', 'last', 'waiting', 'hash'];

/** One line per delivery. */
export function parkedDeliveriesTable({ items, next }: ParkedDeliveryPage): string {
  if (items.length === 0) return 'No recipient has told of a parked message.';
  const rows = items.map((one) => [
    clockTime(one.firstParkedAt),
    ...[one.recipient, one.sender, one.id, shortType(one.type), one.dossierCode ?? '–', one.cause ?? '–'],
    ...[`${one.attempts}×`, clockTime(one.lastSentAt), String(one.waitingBehind), one.hash],
  ]);
  return [...tableLines(HEADINGS, rows), ...(next ? ['', `More: --cursor ${next}`] : [])].join('\n');
}
