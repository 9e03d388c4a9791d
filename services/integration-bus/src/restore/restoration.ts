import { Injectable, Logger } from '@nestjs/common';
import { messageOf, RestoredV1, type Signer } from '@lienthong/envelope';
import { Clock, instantText, newId } from '@lienthong/kernel';
import { createProducer, DependableProducer, ProtocolWriter, topicNames } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, TimedWork } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { BUS_ADDRESS, BUS_MEMBER, protocolAddressOf } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { BusSigner } from '../bus-signer';
import { IntegrationBusConfig } from '../integration-bus.config';
import { appendLog } from '../log/append-log';
import { CurrentRegistry } from '../members/current-registry';
import { ASKED_RESTORATION, BEGIN_EPOCH, CARRIED_OUT, NOT_ALL_TOLD, RENUMBER, TOLD } from './restoration.sql';

const EVERY_MS = 60_000;
const AGAIN_MS = 5_000;
const STREAMS_AT_ONCE = 1_000;

interface Asked {
  readonly id: string;
  readonly back_to: Date;
  readonly reason: string;
}

/**
 * What an operator asked for whose bus database went back: before anything is delivered all delivery numbers begin a new
 * epoch, then the members are told to send again what the lost time had answered. Known messages are dropped by identity.
 */
@Injectable()
export class Restoration implements BackgroundPart {
  readonly name = 'restoration';
  private readonly logger = new Logger(Restoration.name);
  private readonly producer: DependableProducer;
  private readonly telling: TimedWork;

  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
    kafka: BusKafka,
    private readonly signer: BusSigner,
    private readonly config: IntegrationBusConfig,
  ) {
    this.producer = new DependableProducer(() => createProducer(kafka.client));
    this.telling = new TimedWork({
      name: this.name,
      everyMs: EVERY_MS,
      work: () => this.tell(),
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'members are told later' }),
    });
  }

  /** Nothing is delivered and nothing is taken before this has ended. */
  async start(): Promise<void> {
    while (await this.database.transaction((client) => this.carryOut(client)));
    await this.telling.start();
  }

  async stop(): Promise<void> {
    await this.telling.stop();
    await this.producer.disconnect();
  }

  health(): ProbeResult {
    return this.telling.health();
  }

  private async carryOut(client: ClientBase): Promise<boolean> {
    const { rows } = await client.query<Asked>(ASKED_RESTORATION);
    const [asked] = rows;
    if (!asked) return false;
    const begun = await client.query<{ epoch: number }>(BEGIN_EPOCH, [asked.reason]);
    const epoch = begun.rows[0]?.epoch ?? 1;
    while ((await client.query(RENUMBER, [epoch, STREAMS_AT_ONCE])).rowCount);
    const at = this.clock.now();
    const logId = newId(this.clock);
    const content = { act: 'restoration', backTo: instantText(asked.back_to), reason: asked.reason, epoch };
    await appendLog(client, [{ logId, kind: 'admin', acceptedAt: at, verdict: { outcome: 'accepted' }, content }]);
    await client.query(CARRIED_OUT, [asked.id, epoch, at, logId]);
    this.logger.warn({ ...content, msg: 'the database went back: delivery numbers begin a new epoch' });
    return true;
  }

  private async tell(): Promise<{ readonly againInMs?: number }> {
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query<{ id: string; back_to: Date; told: string[] }>(NOT_ALL_TOLD);
      const [open] = rows;
      if (!open) return {};
      const members = this.registry.kafkaMembers.filter((code) => code !== BUS_MEMBER && !open.told.includes(code));
      const told: string[] = [];
      for (const member of members) if (await this.tellMember(member, open.back_to)) told.push(member);
      const isAll = told.length === members.length;
      await client.query(TOLD, [open.id, told, isAll, this.clock.now()]);
      return { againInMs: isAll ? 0 : AGAIN_MS };
    } finally {
      release();
    }
  }

  private async tellMember(member: string, since: Date): Promise<boolean> {
    const writer = new ProtocolWriter({
      clock: this.clock,
      signer: (): Signer => this.signer.current,
      from: BUS_ADDRESS,
      to: [protocolAddressOf(member)],
      topic: topicNames(this.config.topicPrefix).in(member),
    });
    try {
      await this.producer.send([writer.records(messageOf(RestoredV1), [{ since: instantText(since) }])]);
      return true;
    } catch (error) {
      this.logger.warn({ member, error: String(error), msg: 'a member is told of the restore later' });
      return false;
    }
  }
}
