import { setTimeout as delay } from 'node:timers/promises';
import {
  canonicalBytes,
  contentHash,
  leafOf,
  messageOf,
  newSalt,
  type SignedAttributes,
  signLeaves,
  streamOf,
  toHeaders,
} from '@lienthong/envelope';
import { instantText, newId, OffsetClock } from '@lienthong/kernel';
import { createKafka, createProducer, topicNames } from '@lienthong/messaging';
import { memberSigner } from '@lienthong/service-host';
import { BenchItemV1 } from './bench-item.message';
import { BENCH_OFFICE } from './chain-state';

export interface AsidePlace {
  readonly home: string;
  readonly topicPrefix: string;
  readonly brokers: string;
  readonly from: string;
  readonly to: string;
}

interface AsideRecord {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Record<string, string>;
}

const TICK_MS = 100;
const STREAMS = 50;
const FILLER = 'x'.repeat(800);

/** What a member beside the measured line writes to its topic: signed before, so that writing costs next to nothing. */
export class Aside {
  private readonly clock = new OffsetClock();
  private written = 0;

  constructor(private readonly place: AsidePlace) {}

  /** Messages for a while, made and signed at once. */
  sign(count: number): AsideRecord[] {
    const drafts = Array.from({ length: count }, (_, i) => this.draft(this.written + i));
    this.written += count;
    const leaves = drafts.map(({ attributes }) => leafOf(attributes));
    const { signature, paths } = signLeaves(memberSigner(this.place.home, this.place.from), leaves);
    return drafts.map(({ attributes, value, salt }, i) => ({
      key: attributes.partitionkey,
      value,
      headers: toHeaders({
        ...{ attributes, value, signature, signaturepath: paths[i] as string, bus: {} },
        contentsalt: salt.toString('base64url'),
      }),
    }));
  }

  /** Writes them evenly until all are written. */
  async write(records: readonly AsideRecord[], perSecond: number): Promise<void> {
    const { brokers, topicPrefix, from } = this.place;
    const kafka = createKafka({ brokers: brokers.split(','), clientId: 'bench-aside' });
    const producer = createProducer(kafka);
    await producer.connect();
    const startedAt = performance.now();
    try {
      for (let next = 0; next < records.length;) {
        const due = Math.min(
          records.length,
          Math.ceil(((performance.now() - startedAt + TICK_MS) * perSecond) / 1_000),
        );
        const messages = records.slice(next, due);
        next = Math.max(next, due);
        if (messages.length > 0) await producer.send({ topic: topicNames(topicPrefix).out(from), messages });
        await delay(TICK_MS);
      }
    } finally {
      await producer.disconnect();
    }
  }

  private draft(index: number): { attributes: SignedAttributes; value: Buffer; salt: Buffer } {
    const { from, to } = this.place;
    const { type, dataschema } = messageOf(BenchItemV1);
    const stream = streamOf.document(`aside-${index % STREAMS}`);
    const route = [from, to];
    const item = { chain: `aside-${index}`, hop: 0, route, stream, amount: 1, stateRows: 1, filler: FILLER };
    const value = canonicalBytes(item);
    const salt = newSalt();
    const attributes: SignedAttributes = {
      ...{ id: newId(this.clock), type, source: `/members/${from}`, time: instantText(this.clock.now()), dataschema },
      ...{ partitionkey: stream, senderoffice: BENCH_OFFICE, recipients: `${to}/${BENCH_OFFICE}`, epoch: '1' },
      ...{ sequence: String(Math.floor(index / STREAMS) + 1), contenthash: contentHash(salt, value) },
    };
    return { attributes, value, salt };
  }
}
