import { Injectable } from '@nestjs/common';
import { BookWantedV1, KeyChangedV1, messageOf, RestoredV1, type WantedRange } from '@lienthong/envelope';
import { Database } from '@lienthong/persistence';
import { announceHeld } from '../deliveries/held/held-wake-ups';
import { CurrentRegistry } from '../members/current-registry';
import type { AnswerRecords, WrittenRecords } from './answer-records';

/** A word that waits already is not kept twice. */
const KEEP_WORDS = `
insert into told_answer (member, kind, item)
select v.* from unnest($1::text[], $2::text[], $3::jsonb[]) v(member, kind, item)
where not exists (select from told_answer t where (t.member, t.kind, t.item) = (v.member, v.kind, v.item))`;

export type KeptWord =
  | { readonly kind: 'resend-wanted'; readonly item: WantedRange }
  | { readonly kind: 'restored'; readonly item: RestoredV1 }
  | { readonly kind: 'key-changed'; readonly item: KeyChangedV1 }
  | { readonly kind: 'book-wanted'; readonly item: BookWantedV1 };

/** What the bus asks of a member without a topic, or tells it, by itself. */
export type HeldWord = { readonly member: string } & KeptWord;

/** What the bus asks of members that no topic reaches; it waits beside the answers to their messages, and may be repeated. */
@Injectable()
export class HeldWords {
  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
  ) {}

  /** Those that take their messages by HTTP. */
  get members(): readonly string[] {
    return [...this.registry.now.members.keys()].filter((member) => this.isHeld(member));
  }

  isHeld(member: string): boolean {
    return this.registry.now.member(member)?.transport !== 'kafka';
  }

  async keep(words: readonly HeldWord[]): Promise<void> {
    if (words.length === 0) return;
    const members = words.map(({ member }) => member);
    const items = words.map(({ item }) => JSON.stringify(item));
    await this.database.transaction(async (client) => {
      await client.query(KEEP_WORDS, [members, words.map(({ kind }) => kind), items]);
      await announceHeld(client, members);
    });
  }
}

type Rows = readonly { readonly kind: string; readonly item: object }[];

export function restoredWords(records: AnswerRecords, member: string, rows: Rows): WrittenRecords[] {
  const bodies = rows.flatMap(({ kind, item }) => (kind === 'restored' ? [item as RestoredV1] : []));
  return records.plain(member, messageOf(RestoredV1), bodies);
}

export function bookWords(records: AnswerRecords, member: string, rows: Rows): WrittenRecords[] {
  const bodies = rows.flatMap(({ kind, item }) => (kind === 'book-wanted' ? [item as BookWantedV1] : []));
  return records.plain(member, messageOf(BookWantedV1), bodies);
}

export function keyWords(records: AnswerRecords, member: string, rows: Rows): WrittenRecords[] {
  const bodies = rows.flatMap(({ kind, item }) => (kind === 'key-changed' ? [item as KeyChangedV1] : []));
  return records.plain(member, messageOf(KeyChangedV1), bodies);
}
