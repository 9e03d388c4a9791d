import {
  createKafka,
  createProducer,
  DependableProducer,
  GatheringConsumer,
  nestLog,
  topicNames,
  type WireRecord,
} from '@lienthong/messaging';
import { eventually, withClient } from '@lienthong/testing';
import { Logger } from '@nestjs/common';
import type { SpecBus } from './bus.mother';
import { dossier } from './member.mother';

const SETTLED_MS = 60_000;

/** Tax writes notices of some dossiers, past every fault, and land reads what the bus delivers of them. */
export class NoticesFlow {
  /** Waits of paused partitions, and calls of the exchange, since the last `forget`. */
  readonly waits: { readonly waitMs: number; readonly at: number }[] = [];
  readonly attempts: { readonly attempt: number; readonly startedAt: number; failed: boolean }[] = [];
  private readonly received: WireRecord[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly kafka: ReturnType<typeof createKafka>;
  private readonly producer: DependableProducer;
  private readonly reader: GatheringConsumer;
  private readonly tax: ReturnType<SpecBus['member']>;

  constructor(
    private readonly bus: SpecBus,
    broker: string,
    readonly dossiers: readonly string[] = [1, 2, 3, 4].map(dossier),
  ) {
    this.kafka = createKafka({ brokers: [broker], clientId: 'flow' });
    this.tax = bus.member('tax');
    this.producer = new DependableProducer(() => createProducer(this.kafka));
    this.reader = new GatheringConsumer({
      ...{ kafka: this.kafka, groupId: `${bus.topicPrefix}land`, maxBatch: 500, logger: nestLog('flow') },
      topics: [topicNames(bus.topicPrefix).in('land-registry')],
      process: async (records) => void this.received.push(...records),
    });
    this.watch();
  }

  async start(): Promise<this> {
    await this.reader.start();
    return this;
  }

  async stop(): Promise<void> {
    await this.reader.stop();
    await this.producer.disconnect();
  }

  /** So many more notices of each dossier. */
  async write(each: number): Promise<void> {
    const wishes = Array.from({ length: each }).flatMap(() =>
      this.dossiers.map((dossierCode) => ({ dossierCode, sequence: this.next(dossierCode) })),
    );
    const records = this.tax.notices(wishes);
    const messages = records.map(({ key, value, headers }) => ({
      key,
      value,
      headers: headers as Record<string, string>,
    }));
    await this.producer.send([{ topic: topicNames(this.bus.topicPrefix).out('tax'), messages }]);
  }

  /** Every notice is logged once, rejected never, delivered in order, and its offset committed. */
  async settled(): Promise<void> {
    const wanted = this.dossiers.map((code) => this.numbersTo(this.numbers.get(code) ?? 0));
    await eventually(
      () => JSON.stringify(this.dossiers.map((code) => this.delivered(code))) === JSON.stringify(wanted),
      {
        ...{ timeoutMs: SETTLED_MS, describe: () => JSON.stringify(this.dossiers.map((code) => this.delivered(code))) },
      },
    );
    await eventually(async () => (await this.lag()) === 0, {
      timeoutMs: SETTLED_MS,
      describe: 'all offsets committed',
    });
    const logged = await withClient(this.bus.database.appUrl, (client) =>
      client.query<{ kind: string; n: number }>(
        "select kind, count(*)::int as n from log_entry where kind in ('accepted', 'rejected') group by kind",
      ),
    );
    expect(logged.rows).toEqual([{ kind: 'accepted', n: wanted.flat().length }]);
  }

  forget(): void {
    this.waits.splice(0);
    this.attempts.splice(0);
  }

  /** Each failure drew a wait within the doubled bound, no two alike, and the exchange was given nothing meanwhile. */
  expectBackOff(): void {
    const failed = this.attempts.filter((one) => one.failed);
    expect(failed.length).toBeGreaterThanOrEqual(1);
    expect(this.waits).toHaveLength(failed.length);
    this.waits.forEach(({ waitMs, at }, i) => {
      expect(waitMs).toBeLessThanOrEqual(Math.min(5_000, 50 * 2 ** (failed[i]?.attempt ?? 0)));
      expect(this.attempts.filter(({ startedAt }) => startedAt > at && startedAt < at + waitMs - 5)).toEqual([]);
    });
    expect(new Set(this.waits.map(({ waitMs }) => waitMs)).size).toBe(this.waits.length);
  }

  private watch(): void {
    const { exchange } = this.bus;
    const process = exchange.process.bind(exchange);
    jest.spyOn(exchange, 'process').mockImplementation(async (records, attempt = 1) => {
      const one = { attempt, startedAt: performance.now(), failed: false };
      this.attempts.push(one);
      await process(records, attempt).catch((error: unknown) => {
        one.failed = true;
        throw error;
      });
    });
    jest.spyOn(Logger.prototype, 'debug').mockImplementation((facts: unknown) => {
      const { waitMs } = (facts ?? {}) as { waitMs?: number };
      if (waitMs !== undefined) this.waits.push({ waitMs, at: performance.now() });
    });
  }

  private next(dossierCode: string): number {
    const number = (this.numbers.get(dossierCode) ?? 0) + 1;
    this.numbers.set(dossierCode, number);
    return number;
  }

  private numbersTo(last: number): string[] {
    return Array.from({ length: last }, (_, i) => `notice ${i + 1}/${i + 1}`);
  }

  /** Text and delivery number of each delivery; a repeat has the same id and is left out. */
  private delivered(dossierCode: string): string[] {
    const firsts = new Map<string, string>();
    for (const { headers, value } of this.received) {
      const id = String(headers.ce_id);
      if (String(headers.ce_subject) !== dossierCode || firsts.has(id)) continue;
      const { text } = JSON.parse(String(value)) as { text: string };
      firsts.set(id, `${text}/${String(headers.ce_deliverysequence)}`);
    }
    return [...firsts.values()];
  }

  private async lag(): Promise<number> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const topic = topicNames(this.bus.topicPrefix).out('tax');
      const ends = await admin.fetchTopicOffsets(topic);
      const [group] = await admin.fetchOffsets({ groupId: `${this.bus.topicPrefix}integration-bus`, topics: [topic] });
      const done = new Map(
        (group?.partitions ?? []).map(({ partition, offset }) => [partition, Math.max(Number(offset), 0)]),
      );
      return ends.reduce((sum, { partition, high }) => sum + Number(high) - (done.get(partition) ?? 0), 0);
    } finally {
      await admin.disconnect();
    }
  }
}
