import { type generateKey, signerFromJwk } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { createKafka, createProducer, topicNames, type WireRecord } from '@lienthong/messaging';
import { eventually, testInfrastructure } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { dossier, SpecMember } from './member.mother';
import { SpecOperatorsDesk } from './operators.mother';
import { TopicListener } from './topic-listener.mother';

export interface Judged {
  readonly kind: string;
  readonly code: string | null;
  readonly log_id: string;
}

/** Two instances of a bus whose registry is changed, members that write to their topics, and who listens to land's. */
export class SpecRegistry {
  private dossiers = 0;

  private constructor(
    readonly bus: SpecBus,
    readonly other: SpecBus,
    readonly topics: TopicListener,
    private readonly producer: ReturnType<typeof createProducer>,
  ) {}

  static async start(): Promise<SpecRegistry> {
    // nobody acknowledges here
    const limits = { IN_FLIGHT_PER_RECIPIENT: '10000', REDELIVER_AFTER_MS: '60000' };
    const bus = await SpecBus.start({ ...limits, DIRECTORY_AGE_MS: '3600000' });
    const other = await bus.another();
    const topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
    const brokers = testInfrastructure().kafka.split(',');
    const producer = createProducer(createKafka({ brokers, clientId: 'registry-spec' }));
    await producer.connect();
    return new SpecRegistry(bus, other, topics, producer);
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
    await this.topics.stop();
    await this.other.running.stop();
    await this.bus.stop();
  }

  get desk(): SpecOperatorsDesk {
    return new SpecOperatorsDesk(this.bus);
  }

  readonly aDossier = (): string => dossier((this.dossiers += 1));

  async write(records: readonly WireRecord[]): Promise<void> {
    for (const { topic, key, value, headers } of records) {
      await this.producer.send({ topic, messages: [{ key, value, headers }] });
    }
  }

  entriesOf(ids: readonly unknown[]): Promise<Judged[]> {
    return this.bus.rows(`select kind, verdict ->> 'code' as code, log_id from log_entry where id = any($1)`, [ids]);
  }

  idsOf(records: readonly WireRecord[]): unknown[] {
    return records.map(({ headers }) => headers.ce_id);
  }

  judged(records: readonly WireRecord[]): Promise<Judged[]> {
    return eventually(
      async () => {
        const entries = await this.entriesOf(this.idsOf(records));
        return entries.length >= records.length && entries;
      },
      { timeoutMs: 60_000, describe: 'the messages to be judged' },
    );
  }

  memberWith(code: string, kid: string, jwk: ReturnType<typeof generateKey>['privateJwk']): SpecMember {
    const signer = signerFromJwk({ ...jwk, kid });
    return new SpecMember(code, signer, this.bus.running.app.get(Clock), topicNames(this.bus.topicPrefix).out(code));
  }
}
