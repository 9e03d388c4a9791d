import { Injectable, Logger } from '@nestjs/common';
import { type ChangedKey, KeyChangedV1, messageOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { createProducer, DependableProducer, isBrokerAway } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, TimedWork } from '@lienthong/service-host';
import { BUS_MEMBER } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { CurrentRegistry } from './current-registry';
import { ProtocolWriters } from './protocol-writers';

const EVERY_MS = 30_000;
const CLAIM = `
select n.log_id, k.kid from key_notice n join member_key k on k.log_id = n.log_id
where n.told_at is null order by n.log_id limit 500 for update of n skip locked`;
/** Also those whose key was changed once more meanwhile: the later notice tells both. */
const TELL = `
update key_notice n set told_at = $2 where n.told_at is null
  and (n.log_id = any($1) or n.log_id <= $3 and not exists (select 1 from member_key k where k.log_id = n.log_id))`;

/** Tells every member that takes protocol messages of new and revoked keys; the directory heals what is missed. */
@Injectable()
export class KeyAnnouncer implements BackgroundPart {
  readonly name = 'key-announcer';
  private readonly logger = new Logger(KeyAnnouncer.name);
  private readonly timed: TimedWork;
  private readonly producer: DependableProducer;

  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly writers: ProtocolWriters,
    private readonly clock: Clock,
    kafka: BusKafka,
  ) {
    this.producer = new DependableProducer(() => createProducer(kafka.client));
    this.timed = new TimedWork({
      name: this.name,
      everyMs: EVERY_MS,
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'changed keys are told again' }),
      work: () => this.tell(),
    });
  }

  start(): Promise<void> {
    this.registry.onChange(() => this.timed.wakeIn(0));
    return this.timed.start();
  }

  async stop(): Promise<void> {
    await this.timed.stop();
    await this.producer.disconnect();
  }

  health(): ProbeResult {
    return this.timed.health();
  }

  /** Marked only when all are told: a crash in between tells them twice. */
  private async tell(): Promise<{ readonly againInMs?: number }> {
    await this.registry.refreshIfChanged();
    await this.database.transaction(async (client) => {
      const { rows } = await client.query<{ log_id: string; kid: string }>(CLAIM);
      const last = rows.at(-1);
      if (!last) return;
      await this.produce(this.changedKeys(new Set(rows.map(({ kid }) => kid))));
      await client.query(TELL, [rows.map((row) => row.log_id), this.clock.now(), last.log_id]);
    });
    return {};
  }

  private changedKeys(kids: ReadonlySet<string>): ChangedKey[] {
    return this.registry.publishedKeys
      .filter(({ kid }) => kids.has(kid))
      .map(({ kid, member, publicJwk: { x }, validFrom, validTo }) => ({
        ...{ kid, member, x, validFrom },
        ...(validTo === undefined ? {} : { validTo }),
      }));
  }

  /** A topic that cannot be written costs its own member a word, and no other. */
  private async produce(items: readonly ChangedKey[]): Promise<void> {
    const members = this.registry.kafkaMembers.filter((member) => member !== BUS_MEMBER);
    for (const member of members) {
      try {
        await this.producer.send([this.writers.to(member).records(messageOf(KeyChangedV1), [{ items }])]);
      } catch (error) {
        if (isBrokerAway(error)) throw error;
        this.logger.warn({ member, error: String(error), msg: 'a member could not be told of changed keys' });
      }
    }
  }
}
