import { isProtocolType } from '@lienthong/envelope';
import type { ClientBase } from 'pg';
import { makeDeliveries } from '../exchange/exchange.repository';
import type { Registry } from '../members/registry';
import { type LeftOut, leftOut, type ReplayGrounds } from './replay.rules';
import { MARK_HISTORY, SEND_AGAIN, TAKE_ITEMS } from './replay.sql';

/** A replay whose turn it is. */
export interface ClaimedReplay {
  readonly id: string;
  readonly kind: ReplayGrounds['kind'];
  readonly content: { readonly office?: string };
  readonly per_second: number;
  readonly found: string;
  readonly sent: string;
  readonly left_out: Readonly<Record<string, number>>;
  /** There may be more of it than was found. */
  readonly is_searching: boolean;
  /** Sent by it and not answered. */
  readonly open: number;
}

export interface ReplayItem {
  readonly logId: string;
  readonly recipient: string;
  readonly stream: string;
}

export interface JudgedItems {
  readonly taken: number;
  readonly sent: readonly ReplayItem[];
  readonly reasons: readonly LeftOut[];
}

interface ItemRow {
  log_id: string;
  recipient: string;
  sender: string;
  type: string;
  stream: string;
  expiry_time: string | null;
  has_payload: boolean;
  state: string | null;
  outcome: string | null;
}

/** Takes the next items and judges each by today's grants and by what is left of it. */
export async function judgeItems(
  client: ClientBase,
  { id, kind }: ClaimedReplay,
  { most, registry, now }: { readonly most: number; readonly registry: Pick<Registry, 'grant'>; readonly now: Date },
): Promise<JudgedItems> {
  if (most === 0) return { taken: 0, sent: [], reasons: [] };
  const { rows } = await client.query<ItemRow>(TAKE_ITEMS, [id, most]);
  const sent: ReplayItem[] = [];
  const reasons: LeftOut[] = [];
  for (const row of rows) {
    const { sender, recipient, type } = row;
    const isGranted = isProtocolType(type) || registry.grant(sender, recipient, type, now) !== undefined;
    const reason = leftOut(foundOf(row), { kind, isGranted, now });
    if (reason) reasons.push(reason);
    else sent.push({ logId: row.log_id, recipient, stream: row.stream });
  }
  return { taken: rows.length, sent, reasons };
}

/** What was answered waits again; the past gets numbers of the recipient's own streams. */
export async function sendItems(
  client: ClientBase,
  { id, kind, content }: ClaimedReplay,
  { items, now }: { readonly items: readonly ReplayItem[]; readonly now: Date },
): Promise<void> {
  if (items.length === 0) return;
  if (kind !== 'history') {
    await client.query(SEND_AGAIN, [id, items.map((one) => one.recipient), items.map((one) => one.logId), now]);
    return;
  }
  const office = content.office ?? '';
  await makeDeliveries(
    client,
    items.map((item) => ({ ...item, office })),
  );
  await client.query(MARK_HISTORY, [id, items.map((one) => one.recipient), items.map((one) => one.logId)]);
}

function foundOf(row: ItemRow): Parameters<typeof leftOut>[0] {
  const { sender, type, has_payload: hasPayload, expiry_time: expiryTime, state, outcome } = row;
  const isAnswered = state === 'acknowledged' && outcome !== null;
  return {
    ...{ sender, type, hasPayload, delivery: state === null ? 'none' : isAnswered ? 'answered' : 'open' },
    ...(expiryTime === null ? {} : { expiryTime }),
  };
}
