import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { createProducer, nestLog, Relay, type RelayState, topicNames } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, relayProbe } from '@lienthong/service-host';
import { BUS_MEMBER } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { IntegrationBusConfig } from '../integration-bus.config';
import { BacklogTurns } from './backlog-turns';
import type { Delivery } from './delivery';
import { DeliverySource } from './delivery-source';
import { DeliveryGate } from './delivery-gate';
import { type Departing, Departures } from './departures';

/** NOTIFY channel on which another instance of the bus says that deliveries wait. */
export const DELIVERY_CHANNEL = 'lienthong_delivery';

type Answered = Pick<Delivery, 'recipient' | 'logId'>;

/** Station 4 of a message's way: produces deliveries to `<recipient>.in`. */
@Injectable()
export class DeliveryRelay implements BackgroundPart {
  readonly name = 'deliveries';
  private started = false;
  private readonly relay: Relay<Delivery>;
  private readonly departures: Departures;
  private readonly turns = new BacklogTurns(() => this.relay.wake());

  constructor(
    clock: Clock,
    database: Database,
    kafka: BusKafka,
    private readonly gate: DeliveryGate,
    config: IntegrationBusConfig,
  ) {
    this.departures = new Departures(config.inFlightPerRecipient);
    this.relay = new Relay({
      source: new DeliverySource({
        clock,
        topics: topicNames(config.topicPrefix),
        gate,
        departures: this.departures,
        turns: this.turns,
        follow: (departing) => this.follow(departing),
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
   * Hands over what a committed batch delivers, as far as there is room; a recipient that is suspended, or takes them
   * another way, gets none here.
   */
  committed(deliveries: readonly Delivery[]): void {
    const reached = deliveries.filter(({ recipient }) => this.gate.isReached(recipient));
    if (!this.isLeader) return this.relay.handOver(reached);
    const departing = this.departures.committed(reached);
    if (departing.ready.length > 0) this.turns.fresh();
    this.follow(departing);
  }

  /** Answers made room. */
  answered(answers: readonly Answered[]): void {
    if (answers.length > 0 && this.isLeader) this.follow(this.departures.answered(answers));
  }

  /** When a delivery was produced that is not marked yet, as far as this process knows. */
  sentAt(answer: Answered): Date | undefined {
    return this.departures.inFlight.sentAt(answer);
  }

  /** Resolves when the database knows of what this process has produced. */
  marked(): Promise<void> {
    return this.relay.marked();
  }

  /** A delivery was set aside: what waits in memory with it is read again. */
  setAside(recipient: string): void {
    this.departures.reread(recipient);
    this.relay.wake();
  }

  /** Deliveries wait again in the database. */
  wake(): void {
    this.departures.rereadAll();
    this.relay.wake();
  }

  private follow({ ready, mustClaim }: Departing): void {
    if (mustClaim) this.turns.ask();
    this.relay.handOver(ready);
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
    this.turns.stop();
    return this.relay.stop();
  }
}
