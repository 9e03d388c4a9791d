import { setTimeout as delay } from 'node:timers/promises';
import type { Console } from '../../demo/src';
import type { ServiceName } from '../../local-infra/src';
import { type Target, targetText } from './effects/effect';
import { sweepFiles } from './effects/orders';
import type { SweepOptions } from './options';
import { Agenda } from './plan/agenda';
import { quotas } from './plan/plan';
import { Reaper } from './plan/reaper';
import type { Reckoning } from './reckoning';
import type { World } from './stage/world';

const ROUND_KILLS = 40;
/** Broker and database go in every such round, in turn; one of them, by the seed, in the first of a limited sweep. */
const CRASH_EVERY = 2;
const DOWN_MS = 500;
/** Longer than it takes to find out that none of a process's next targets comes. */
const STALL_MS = 30_000;
const LOOK_EVERY_MS = 20;

/** How a list of targets is gone through. */
export interface Going {
  /** Dossiers at once. */
  readonly atOnce: number;
  /** Kills in all. */
  readonly most?: number | undefined;
  /** Turns in vain after which a target is given up. */
  readonly turns?: number;
  /** How long a turn is. */
  readonly patienceMs?: number;
}

/** What the rounds of one sweep have in common. */
export interface RoundsOf {
  readonly world: World;
  readonly reckoning: Reckoning;
  readonly options: SweepOptions;
  readonly console: Console;
  readonly signal: AbortSignal;
}

/** Rounds of kills: dossiers flow, processes die at their targets, broker and database crash between; then all is counted. */
export class Rounds {
  readonly crashes = { postgres: 0, kafka: 0 };
  readonly givenUp: Target[] = [];
  count = 0;
  private readonly reapers: ReadonlyMap<ServiceName, Reaper>;

  constructor(private readonly of: RoundsOf) {
    const { services } = of.world.stage.stack;
    this.reapers = new Map(services.map(({ name }) => [name, this.reaperOf(name)]));
  }

  async close(): Promise<void> {
    await Promise.all([...this.reapers.values()].map((reaper) => reaper.close()));
  }

  /** A process has ended, by a kill or by itself. */
  ended(service: ServiceName, how: string): void {
    this.reapers.get(service)?.ended(how);
  }

  /** Goes through these targets in rounds; returns those that were waited for in vain. */
  async through(targets: readonly Target[], going: Going): Promise<Target[]> {
    const { most, turns, patienceMs } = going;
    const width = patienceMs === undefined ? {} : { width: Infinity };
    const shares = most === undefined ? undefined : quotas(targets, most);
    const agendas = new Map(
      this.of.options.processes.map((process) => [
        process,
        new Agenda(
          targets.filter((target) => target.process === process),
          { most: shares && (shares.get(process) ?? 0), ...(turns !== undefined && { turns }), ...width },
        ),
      ]),
    );
    while (this.of.reckoning.findings.length === 0 && [...agendas.values()].some((agenda) => !agenda.isDone)) {
      this.of.signal.throwIfAborted();
      await this.round(agendas, going);
      this.tell(agendas);
    }
    const missed = [...agendas.values()].flatMap(({ givenUp }) => givenUp);
    this.givenUp.push(...missed);
    return missed;
  }

  /** Dossiers flow while every process is killed again and again; then all comes to rest and is counted. */
  private async round(agendas: ReadonlyMap<ServiceName, Agenda>, { atOnce, patienceMs }: Going): Promise<void> {
    const { world, reckoning, signal } = this.of;
    this.count += 1;
    reckoning.begin();
    const reapers = [...agendas].map(([service, agenda]) => {
      const reaper = this.reapers.get(service) as Reaper;
      reaper.begin(agenda, patienceMs);
      return reaper;
    });
    let reaping = true;
    let flowEnded = false;
    const flowing = world.flow.run(() => reaping && !signal.aborted, { atOnce }).finally(() => (flowEnded = true));
    flowing.catch(() => undefined);
    const isOver = (): boolean => {
      if (flowEnded || this.isStill) return true;
      const enough = reckoning.ofThisRound.length >= ROUND_KILLS || reckoning.findings.length > 0 || signal.aborted;
      return enough || reapers.every(({ isDone }) => isDone);
    };
    const crashing = this.crashSometimes(isOver);
    while (!isOver()) await delay(LOOK_EVERY_MS);
    await Promise.all([...reapers.map((reaper) => reaper.rest()), crashing]);
    reaping = false;
    await flowing;
    await reckoning.reckon(this.startedAt);
  }

  /** Dossiers stand and nobody is killed: the reckoning will tell why. */
  private get isStill(): boolean {
    return Math.min(this.of.world.flow.stillMs, performance.now() - this.of.reckoning.lastKillAt) > STALL_MS;
  }

  private async crashSometimes(isOver: () => boolean): Promise<void> {
    const { kills = Infinity } = this.of.options;
    const isLimited = kills < Infinity && this.count === 1;
    if ((!isLimited && this.count % CRASH_EVERY !== 0) || !this.canCrash) return;
    const at = Math.min(ROUND_KILLS, kills) / 2;
    while (!isOver() && this.of.reckoning.ofThisRound.length < at) await delay(LOOK_EVERY_MS);
    if (isOver()) return;
    const turn = isLimited ? this.of.reckoning.seed : this.count / CRASH_EVERY;
    const what = turn % 2 === 0 ? 'kafka' : 'postgres';
    await this.of.world.stage.infra.crash(what, { downMs: DOWN_MS });
    this.crashes[what] += 1;
  }

  private get canCrash(): boolean {
    const { postgres, kafka } = this.of.world.stage.infra;
    return postgres.source === 'embedded' && kafka.source === 'embedded';
  }

  private get startedAt(): ReadonlyMap<ServiceName, Date> {
    return new Map(
      [...this.reapers].flatMap(([name, { startedAt }]) => (startedAt ? [[name, startedAt] as const] : [])),
    );
  }

  private reaperOf(service: ServiceName): Reaper {
    const { world, reckoning } = this.of;
    const { stack, folder } = world.stage;
    return new Reaper({
      process: stack.service(service),
      files: sweepFiles(folder, service),
      onKill: (target) => reckoning.onKill(service, target),
      onDeath: (who, how, words) => reckoning.onDeath(who, how, words),
    });
  }

  private tell(agendas: ReadonlyMap<ServiceName, Agenda>): void {
    const left = [...agendas]
      .filter(([, { isDone }]) => !isDone)
      .map(([service, agenda]) => `${service} ${agenda.left}`);
    const last = this.of.reckoning.ofThisRound.at(-1);
    this.of.console.line(
      `round ${this.count}: ${this.of.reckoning.killed.length} kills, ${this.of.reckoning.findings.length} violations; left: ${left.join(', ') || 'none'}` +
        (last ? `; last ${targetText(last)}` : ''),
    );
  }
}
