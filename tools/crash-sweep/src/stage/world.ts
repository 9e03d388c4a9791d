import { topicNames } from '@lienthong/messaging';
import type { ServiceName } from '../../../local-infra/src';
import { AfterKill } from '../checks/after-kill';
import { violationsAtQuiet } from '../checks/at-quiet';
import { type LedgerSources, readLedger, unwitnessed } from '../checks/ledger';
import { untilQuiet } from '../checks/quiet';
import type { Violation } from '../checks/violation';
import { type HistoryEvent, readHistory } from '../history';
import type { SweptProcedure } from '../procedures';
import { Databases } from './databases';
import type { Flow } from './flow';
import { Stage, type StageOptions } from './stage';
import { TopicTape } from './topic-tape';

/** A running stack with dossiers on it, and those who look at its databases and topics from outside. */
export class World {
  private readonly afterKill: AfterKill;

  private constructor(
    readonly stage: Stage,
    private readonly databases: Databases,
    private readonly tape: TopicTape,
    readonly flow: Flow,
    private readonly procedure: SweptProcedure,
  ) {
    const { members } = this;
    this.afterKill = new AfterKill({ databases, tape, members, topicPrefix: stage.run.topicPrefix });
  }

  static async open(procedure: SweptProcedure, options: Omit<StageOptions, 'services'>): Promise<World> {
    const stage = await Stage.open({ ...options, services: procedure.services });
    const tape = new TopicTape(stage.access);
    await tape.open();
    return new World(stage, new Databases(stage), tape, procedure.open(stage.access), procedure);
  }

  /** What may not be, at an instant at which this process lies dead. */
  faultsOf(service: ServiceName): Promise<Violation[]> {
    return this.afterKill.check(service);
  }

  /** The topic of a dead member loses its records: the wire may, so deliveries come again, behind gaps. */
  async loseTopicOf(service: ServiceName): Promise<void> {
    if (!this.members.includes(service)) return;
    const topic = topicNames(this.stage.run.topicPrefix).in(service);
    this.afterKill.begins(topic, await this.tape.loseRecords(topic));
  }

  /** Waits for quiet, then tells what may not be. */
  async faultsAtQuiet(
    startedAt: ReadonlyMap<ServiceName, Date>,
    signal: AbortSignal,
  ): Promise<{ faults: Violation[]; afterMs: number }> {
    const { databases, members, tape, flow, procedure } = this;
    const quiet = await untilQuiet({ databases, members, flow, awaited: procedure.awaited }, signal);
    const books = { ...this.sources, tape, topicPrefix: this.stage.run.topicPrefix, startedAt, flow, procedure };
    return { faults: await violationsAtQuiet(books, quiet), afterMs: quiet.afterMs };
  }

  history(): Promise<HistoryEvent[]> {
    return readHistory(this.sources, this.stage.access.clockOffsetMs);
  }

  /** Messages whose handling nobody saw: none, as long as nobody is killed. */
  async unwitnessed(): Promise<number> {
    return unwitnessed(await readLedger(this.sources)).length;
  }

  /** Everybody but the bus. */
  private get members(): readonly ServiceName[] {
    return this.procedure.services.filter((name) => name !== 'integration-bus');
  }

  private get sources(): LedgerSources {
    return { databases: this.databases, members: this.members, folder: this.stage.folder };
  }

  async close(options: { readonly keep: boolean }): Promise<void> {
    await this.flow.close();
    await this.tape.close();
    await this.databases.close();
    await this.stage.close(options);
  }
}
