import type { TapeRecord } from '../stage/topic-tape';

/** Member that sent a record. */
export function senderOf({ headers }: TapeRecord): string {
  return (headers['ce_source'] ?? '').replace('/members/', '');
}

export function idOf({ headers }: TapeRecord): string {
  return headers['ce_id'] ?? '';
}

export function typeOf({ headers }: TapeRecord): string {
  return headers['ce_type'] ?? '';
}

/** Number by which the bus delivered it; protocol messages have none. */
export function deliveryNumberOf({ headers }: TapeRecord): number {
  return Number(headers['ce_deliverysequence'] ?? 0);
}
