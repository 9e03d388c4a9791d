import { setTimeout as delay } from 'node:timers/promises';
import type { Console } from '../../demo/src';
import type { ServiceName } from '../../local-infra/src';
import type { Finding, Moment, Violation } from './checks/violation';
import { type Target, targetText } from './effects/effect';
import { sweepFiles } from './effects/orders';
import { readRecording } from './effects/recording';
import { historyLine } from './history';
import type { SweepOptions } from './options';
import { Agenda } from './plan/agenda';
import { planned, quotas, type RecordedEffect } from './plan/plan';
import { Reaper } from './plan/reaper';
import { sweptProcedures } from './procedures';
import { reportOf, type SweepReport } from './report';
import { patiently } from './stage/patiently';
import { World } from './stage/world';

/** Timers, polls and second looks come within this time. */
const IDLE_MS = 6_000;
/** Four that play by themselves, four with people at the desks. */
const RECORDED_DOSSIERS = 8;
const ROUND_KILLS = 40;
const DOSSIERS_AT_ONCE = 4;
/** Broker and database go in every such round, in turn; one of them, by the seed, in the first of a limited sweep. */
const CRASH_EVERY = 2;
const DOWN_MS = 500;
/** With every such kill the topic of the dead member loses its records, so that gaps, stash and resend come too. */
const LOSE_EVERY = 4;
/**
 * The full sweep asks again for what it missed: one process after the other, with one dossier at a time, so that batches
 * gather as they did in the record; in vain when dossiers of both kinds have passed by.
 */
const TRIES_OF_MISSED = 2;
const ALONE_PATIENCE_MS = 60_000;
/** Kills at effects that only recovery has. */
const MOST_BESIDE = 150;
/** Longer than it takes to find out that none of a process's next targets comes. */
const STALL_MS = 30_000;
const LOOK_EVERY_MS = 20;
const MOST_HISTORY = 80;

/** How a list of targets is gone through. */
interface Going {
  /** Dossiers at once. */
  readonly atOnce: number;
  /** Kills in all. */
  readonly most?: number | undefined;
  /** Turns in vain after which a target is given up. */
  readonly turns?: number;
  /** How long a turn is. */
  readonly patienceMs?: number;
}

/** One run of the sweep: a record, then rounds of kills, each with its reckoning. */
export class Sweep {
  readonly findings: Finding[] = [];
  private readonly killed: Target[] = [];
  private readonly givenUp: Target[] = [];
  private readonly reapers = new Map<ServiceName, Reaper>();
  private readonly crashes = { postgres: 0, kafka: 0 };
  private effects: RecordedEffect[] = [];
  private ofThisRound: Target[] = [];
  private lastKillAt = 0;
  private rounds = 0;
  private seed = 0;
  private finished = false;
  private world!: World;

  constructor(
    private readonly options: SweepOptions,
    private readonly console: Console,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<SweepReport> {
    const times = [performance.now()];
    const procedure = sweptProcedures[this.options.procedure];
    this.world = await World.open(procedure, { console: this.console, signal: this.signal, onEnd: this.ended });
    times.push(performance.now());
    await this.record();
    times.push(performance.now());
    for (const [pass, seed] of this.options.seeds.entries()) {
      if (this.findings.length === 0) await this.pass(seed, pass);
    }
    times.push(performance.now());
    const report = await this.report(times.map(Math.round));
    this.finished = true;
    return report;
  }

  history(): ReturnType<World['history']> {
    return this.world.history();
  }

  async close(): Promise<void> {
    await Promise.all([...this.reapers.values()].map((reaper) => reaper.close()));
    const mustLook = this.findings.length > 0 || (!this.finished && !this.signal.aborted);
    if (mustLook && this.world) this.console.line(`logs of the processes: ${this.world.stage.access.logs}`);
    await this.world?.close({ keep: mustLook });
  }

  /** Every process from its start, idle, then with dossiers of both kinds; it must be clean by itself. */
  private async record(): Promise<void> {
    const { flow, stage } = this.world;
    await delay(IDLE_MS, undefined, { signal: this.signal });
    flow.begins('r');
    await flow.run(() => !this.signal.aborted, { atOnce: 1, most: RECORDED_DOSSIERS });
    await this.reckon();
    const missed = await this.world.unwitnessed();
    if (missed > 0) throw new Error(`${missed} messages were handled and nobody saw it: the witness is blind`);
    const { processes } = this.options;
    this.effects = readRecording(stage.folder, processes).filter(({ name }) => this.isAsked(name));
    this.console.line(`recorded ${this.effects.length} places of effects in ${processes.length} processes`);
    for (const { name } of stage.stack.services) this.reapers.set(name, this.reaperOf(name));
  }

  private async report([begun = 0, ready = 0, recorded = 0, swept = 0]: readonly number[]): Promise<SweepReport> {
    const seen = readRecording(this.world.stage.folder, this.options.processes).filter(({ name }) =>
      this.isAsked(name),
    );
    const history = await this.world.history();
    return reportOf({
      givenUp: this.givenUp,
      killed: this.killed,
      findings: this.findings,
      effects: this.effects,
      facts: {
        procedure: this.options.procedure,
        seeds: this.options.seeds,
        dossiers: this.world.flow.dossiers.length,
        messages: history.filter(({ event }) => event === 'send').length,
        effectsBeside: seen.length - this.effects.length,
        rounds: this.rounds,
        crashes: this.crashes,
        durations: {
          startMs: ready - begun,
          recordMs: recorded - ready,
          sweepMs: swept - recorded,
          totalMs: swept - begun,
        },
      },
    });
  }

  private isAsked(effect: string): boolean {
    return effect.includes(this.options.effects ?? '');
  }

  /** Kills wherever the seed's plan says, in rounds. */
  private async pass(seed: number, pass: number): Promise<void> {
    this.seed = seed;
    const targets = planned(this.effects, { seed, pass });
    this.world.flow.begins(`s${seed.toString(36)}`);
    let missed = await this.through(targets, { atOnce: DOSSIERS_AT_ONCE, most: this.options.kills });
    if (!this.options.full) return;
    for (let again = 0; again < TRIES_OF_MISSED && missed.length > 0; again += 1) missed = await this.askAgain(missed);
    await this.through(this.targetsBeside(seed), { atOnce: DOSSIERS_AT_ONCE, most: MOST_BESIDE, turns: 1 });
  }

  private async askAgain(targets: readonly Target[]): Promise<Target[]> {
    const missed: Target[] = [];
    for (const process of this.options.processes) {
      const own = targets.filter((target) => target.process === process);
      if (own.length === 0) continue;
      missed.push(...(await this.through(own, { atOnce: 1, turns: 1, patienceMs: ALONE_PATIENCE_MS })));
    }
    return missed;
  }

  /** Recovery's own effects, as far as several lives of a process had them: nobody knew them before processes died. */
  private targetsBeside(seed: number): Target[] {
    const known = new Set(this.effects.map(({ process, name }) => `${process}|${name}`));
    const beside = readRecording(this.world.stage.folder, this.options.processes)
      .filter(({ process, name, times }) => times > 1 && !known.has(`${process}|${name}`))
      .sort((a, b) => b.times - a.times);
    return planned(beside.slice(0, MOST_BESIDE / 2), { seed, pass: 0 });
  }

  /** Goes through these targets in rounds; returns those that were waited for in vain. */
  private async through(targets: readonly Target[], going: Going): Promise<Target[]> {
    const { most, turns, patienceMs } = going;
    const width = patienceMs === undefined ? {} : { width: Infinity };
    const shares = most === undefined ? undefined : quotas(targets, most);
    const agendas = new Map(
      this.options.processes.map((process) => [
        process,
        new Agenda(
          targets.filter((target) => target.process === process),
          { most: shares && (shares.get(process) ?? 0), ...(turns !== undefined && { turns }), ...width },
        ),
      ]),
    );
    while (this.findings.length === 0 && [...agendas.values()].some((agenda) => !agenda.isDone)) {
      this.signal.throwIfAborted();
      await this.round(agendas, going);
      this.tell(agendas);
    }
    const missed = [...agendas.values()].flatMap(({ givenUp }) => givenUp);
    this.givenUp.push(...missed);
    return missed;
  }

  /** Dossiers flow while every process is killed again and again; then all comes to rest and is counted. */
  private async round(agendas: ReadonlyMap<ServiceName, Agenda>, { atOnce, patienceMs }: Going): Promise<void> {
    this.rounds += 1;
    this.ofThisRound = [];
    this.lastKillAt = performance.now();
    const reapers = [...agendas].map(([service, agenda]) => {
      const reaper = this.reapers.get(service) as Reaper;
      reaper.begin(agenda, patienceMs);
      return reaper;
    });
    let reaping = true;
    let flowEnded = false;
    const flowing = this.world.flow
      .run(() => reaping && !this.signal.aborted, { atOnce })
      .finally(() => (flowEnded = true));
    flowing.catch(() => undefined);
    const isOver = (): boolean => {
      if (flowEnded || this.isStill) return true;
      const enough = this.ofThisRound.length >= ROUND_KILLS || this.findings.length > 0 || this.signal.aborted;
      return enough || reapers.every(({ isDone }) => isDone);
    };
    const crashing = this.crashSometimes(isOver);
    while (!isOver()) await delay(LOOK_EVERY_MS);
    await Promise.all([...reapers.map((reaper) => reaper.rest()), crashing]);
    reaping = false;
    await flowing;
    await this.reckon();
  }

  /** Dossiers stand and nobody is killed: the reckoning will tell why. */
  private get isStill(): boolean {
    return Math.min(this.world.flow.stillMs, performance.now() - this.lastKillAt) > STALL_MS;
  }

  private async crashSometimes(isOver: () => boolean): Promise<void> {
    const { kills = Infinity } = this.options;
    const isLimited = kills < Infinity && this.rounds === 1;
    if ((!isLimited && this.rounds % CRASH_EVERY !== 0) || !this.canCrash) return;
    const at = Math.min(ROUND_KILLS, kills) / 2;
    while (!isOver() && this.ofThisRound.length < at) await delay(LOOK_EVERY_MS);
    if (isOver()) return;
    const turn = isLimited ? this.seed : this.rounds / CRASH_EVERY;
    const what = turn % 2 === 0 ? 'kafka' : 'postgres';
    await this.world.stage.infra.crash(what, { downMs: DOWN_MS });
    this.crashes[what] += 1;
  }

  private get canCrash(): boolean {
    const { postgres, kafka } = this.world.stage.infra;
    return postgres.source === 'embedded' && kafka.source === 'embedded';
  }

  private async reckon(): Promise<void> {
    const { faults, afterMs } = await this.world.faultsAtQuiet(this.startedAt, this.signal);
    if (faults.length > 0) await this.found(faults, 'at rest', this.ofThisRound);
    this.console.line(`  at rest after ${afterMs} ms, ${faults.length} violations`);
  }

  private get startedAt(): ReadonlyMap<ServiceName, Date> {
    return new Map(
      [...this.reapers].flatMap(([name, { startedAt }]) => (startedAt ? [[name, startedAt] as const] : [])),
    );
  }

  private reaperOf(service: ServiceName): Reaper {
    const { stack, folder } = this.world.stage;
    return new Reaper({
      process: stack.service(service),
      files: sweepFiles(folder, service),
      onKill: (target) => this.onKill(service, target),
      onDeath: (who, how, words) => this.onDeath(who, how, words),
    });
  }

  private async onKill(service: ServiceName, target: Target): Promise<void> {
    this.killed.push(target);
    this.ofThisRound.push(target);
    this.lastKillAt = performance.now();
    const faults = await patiently(() => this.world.faultsOf(service), this.signal);
    if (this.killed.length % LOSE_EVERY === 0) await patiently(() => this.world.loseTopicOf(service), this.signal);
    if (faults.length > 0) await this.found(faults, 'while the process lies dead', [target]);
  }

  private async onDeath(process: string, how: string, lastWords: string): Promise<void> {
    const text = `${process} ended with ${how} and nobody had killed it; its last words:\n${lastWords}`;
    await this.found([{ harm: 'died', process, text }], 'as it ended', this.ofThisRound);
  }

  private readonly ended = (service: ServiceName, how: string): void => {
    const reaper = this.reapers.get(service);
    if (reaper) reaper.ended(how);
    else if (!this.signal.aborted) this.console.line(`✘ ${service} ended with ${how}`);
  };

  private async found(violations: readonly Violation[], seen: Moment, kills: readonly Target[]): Promise<void> {
    const events = await patiently(() => this.world.history(), this.signal);
    for (const violation of violations) {
      const history = events.filter(({ stream }) => stream === violation.stream).map(historyLine);
      this.findings.push({
        ...{ ...violation, seen, seed: this.seed, kills: [...kills] },
        history: history.slice(-MOST_HISTORY),
      });
    }
  }

  private tell(agendas: ReadonlyMap<ServiceName, Agenda>): void {
    const left = [...agendas]
      .filter(([, { isDone }]) => !isDone)
      .map(([service, agenda]) => `${service} ${agenda.left}`);
    const last = this.ofThisRound.at(-1);
    this.console.line(
      `round ${this.rounds}: ${this.killed.length} kills, ${this.findings.length} violations; left: ${left.join(', ') || 'none'}` +
        (last ? `; last ${targetText(last)}` : ''),
    );
  }
}
