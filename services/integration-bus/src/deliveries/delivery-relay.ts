import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { createProducer, nestLog, Relay, type RelayState, topicNames } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, relayProbe } from '@lienthong/service-host';
import { BUS_MEMBER } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { IntegrationBusConfig } from '../integration-bus.config';
import type { Delivery } from './delivery';
import { DeliverySource } from './delivery-source';
import { DeliveryGate } from './delivery-gate';

/** NOTIFY channel on which another instance of the bus says that deliveries wait. */
export const DELIVERY_CHANNEL = 'lienthong_delivery';

/** Station 4 of a message's way: produces deliveries to `<recipient>.in`. */
@Injectable()
export class DeliveryRelay implements BackgroundPart {
  readonly name = 'deliveries';
  private started = false;
  private readonly relay: Relay<Delivery>;
  /** Recipients with deliveries that had no room in flight. */
  private readonly held = new Set<string>();

  constructor(
    clock: Clock,
    database: Database,
    kafka: BusKafka,
    private readonly gate: DeliveryGate,
    private readonly config: IntegrationBusConfig,
  ) {
    this.relay = new Relay({
      source: new DeliverySource({
        clock,
        topics: topicNames(config.topicPrefix),
        gate,
        inFlightPerRecipient: config.inFlightPerRecipient,
        redeliverAfterMs: config.redeliverAfterMs,
        redeliverAtMostMs: config.redeliverAtMostMs,
      }),
      clock,
      url: database.options.url,
      name: BUS_MEMBER,
      lockName: 'delivery',
      channel: DELIVERY_CHANNEL,
      producer: () => createProducer(kafka.client),
      logger: nestLog('deliveries'),
      manyDestinations: true,
      reopenEveryMs: Math.min(config.redeliverAfterMs, 5_000),
    });
  }

  get isLeader(): boolean {
    return this.relay.isLeader;
  }

  /**
   * Hands over what a committed batch delivers. A recipient without room gets its rows from the database, in turn; one
   * that is suspended, or takes them another way, gets none here.
   */
  committed(deliveries: readonly Delivery[], openBefore: ReadonlyMap<string, number>): void {
    const counts = new Map(openBefore);
    const ready: Delivery[] = [];
    for (const delivery of deliveries) {
      const open = counts.get(delivery.recipient) ?? 0;
      counts.set(delivery.recipient, open + 1);
      if (!this.gate.isReached(delivery.recipient)) continue;
      if (open < this.config.inFlightPerRecipient) ready.push(delivery);
      else this.held.add(delivery.recipient);
    }
    this.relay.handOver(ready);
  }

  /** Answers made room where it was full; `openBefore` counts the deliveries that were open when they came. */
  answered(recipients: ReadonlySet<string>, openBefore: ReadonlyMap<string, number>): void {
    let isFreed = false;
    for (const recipient of recipients) {
      const wasFull = (openBefore.get(recipient) ?? 0) >= this.config.inFlightPerRecipient;
      if (wasFull || this.held.has(recipient)) isFreed = true;
      if (!wasFull) this.held.delete(recipient);
    }
    if (isFreed) this.relay.wake();
  }

  /** Deliveries wait again in the database. */
  wake(): void {
    this.relay.wake();
  }

  start(): Promise<void> {
    this.relay.start();
    this.started = true;
    return Promise.resolve();
  }

  /** Following is as well as leading; a topic that is held back is told with its cause, and holds nobody else. */
  health(): ProbeResult {
    if (!this.started) return { ready: false, waitingFor: 'the relay of deliveries to start' };
    const state = this.relay.state();
    const { facts, ...probe } = relayProbe(state);
    const held = Object.entries(state.heldFor ?? {}).map(([topic, { words }]) => `${topic}: ${words}`);
    return { ...probe, facts: { ...facts, ...(held.length > 0 ? { heldBack: held.join('; ') } : {}) } };
  }

  /** For metrics. */
  state(): RelayState {
    return this.relay.state();
  }

  stop(): Promise<void> {
    return this.relay.stop();
  }
}
