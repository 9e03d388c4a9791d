import { newId } from '@lienthong/kernel';
import { type ChainItem, recipientOf } from '../load/chain';
import { ITEM, OFFICE } from './contract';
import { clock, now } from './protocol';
import { shardOf } from './runs';
import { canonical, type Letter, sealed, sourceOf } from './wire';

/** A row of the outbox, before and after it has its number. */
export interface Leaving {
  readonly id: string;
  readonly shard: number;
  readonly stream: string;
  readonly type: string;
  readonly time: string;
  readonly dataschema: string;
  readonly sender_office: string;
  readonly recipients: string;
  readonly causation_id: string | null;
  readonly content_hash: string;
  readonly salt: string;
  readonly payload: Buffer;
}
export interface Numbers {
  readonly id: string | null;
  readonly epoch: number;
  readonly seq: string;
}
export type Row = Leaving & { readonly epoch: number; readonly seq: string };

export const STATE = ['key', 'chain', 'amount'] as const;
export const LEAVING = [
  ...(['id', 'shard', 'stream', 'type', 'time', 'dataschema', 'sender_office', 'recipients'] as const),
  ...(['causation_id', 'content_hash', 'salt', 'payload'] as const),
] as const;

/** @throws when the body is not what the schema says */
export function leaving(item: ChainItem, cause?: string): Leaving {
  if (!ITEM.isValid(item)) throw new Error('the item is not what its schema says');
  const payload = canonical(item);
  const { salt, contentHash } = sealed(payload);
  const { type, dataschema } = ITEM;
  return {
    ...{
      id: newId(clock),
      shard: shardOf(item.stream),
      stream: item.stream,
      type,
      time: now(),
      dataschema,
      payload,
      salt,
    },
    ...{ sender_office: OFFICE, recipients: `${recipientOf(item)}/${OFFICE}`, content_hash: contentHash },
    causation_id: cause ?? null,
  };
}

/** Rows with the numbers that their streams gave them. */
export function numbered(rows: readonly Leaving[], places: readonly Numbers[]): Row[] {
  const found = new Map(places.map((one) => [one.id, one]));
  return rows.map((row) => {
    const { epoch, seq } = found.get(row.id) as Numbers;
    return { ...row, epoch, seq };
  });
}

export function letterOf(row: Row, member: string): Pick<Letter, 'attributes' | 'salt'> {
  return {
    attributes: {
      ...{ causationid: row.causation_id ?? undefined, contenthash: row.content_hash, dataschema: row.dataschema },
      ...{ epoch: String(row.epoch), id: row.id, partitionkey: row.stream, recipients: row.recipients },
      ...{ senderoffice: row.sender_office, sequence: String(row.seq), source: sourceOf(member), time: row.time },
      type: row.type,
    },
    salt: row.salt,
  };
}

export function statesOf({ chain, amount, stateRows }: ChainItem): { key: string; chain: string; amount: number }[] {
  return Array.from({ length: stateRows }, (_, row) => ({ key: `${chain}#${row}`, chain, amount }));
}
