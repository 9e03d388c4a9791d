import { setTimeout as delay } from 'node:timers/promises';
import type { Console } from '../../demo/src';
import type { ServiceName } from '../../local-infra/src';
import type { Finding } from './checks/violation';
import type { Target } from './effects/effect';
import { readRecording } from './effects/recording';
import type { SweepOptions } from './options';
import { planned, type RecordedEffect } from './plan/plan';
import { sweptProcedure } from './procedures';
import { Reckoning } from './reckoning';
import { reportOf, type SweepReport } from './report';
import { Rounds } from './rounds';
import { World } from './stage/world';

/** Timers, polls and second looks come within this time. */
const IDLE_MS = 6_000;
/** Four that play by themselves, four with people at the desks. */
const RECORDED_DOSSIERS = 8;
const DOSSIERS_AT_ONCE = 4;
/**
 * The full sweep asks again for what it missed: one process after the other, with one dossier at a time, so that batches
 * gather as they did in the record; in vain when dossiers of both kinds have passed by.
 */
const TRIES_OF_MISSED = 2;
const ALONE_PATIENCE_MS = 60_000;
/** Kills at effects that only recovery has. */
const MOST_BESIDE = 150;

/** One run of the sweep: a record, then rounds of kills, each with its reckoning. */
export class Sweep {
  private effects: RecordedEffect[] = [];
  private finished = false;
  private world!: World;
  private reckoning!: Reckoning;
  private rounds?: Rounds;

  constructor(
    private readonly options: SweepOptions,
    private readonly console: Console,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<SweepReport> {
    const times = [performance.now()];
    const procedure = sweptProcedure(this.options);
    this.world = await World.open(procedure, { console: this.console, signal: this.signal, onEnd: this.ended });
    this.reckoning = new Reckoning(this.world, this.console, this.signal);
    times.push(performance.now());
    const rounds = (this.rounds = await this.record());
    times.push(performance.now());
    for (const [pass, seed] of this.options.seeds.entries()) {
      if (this.findings.length === 0) await this.pass(rounds, seed, pass);
    }
    times.push(performance.now());
    const report = await this.report(rounds, times.map(Math.round));
    this.finished = true;
    return report;
  }

  get findings(): readonly Finding[] {
    return this.reckoning?.findings ?? [];
  }

  history(): ReturnType<World['history']> {
    return this.world.history();
  }

  async close(): Promise<void> {
    await this.rounds?.close();
    const mustLook = this.findings.length > 0 || (!this.finished && !this.signal.aborted);
    if (mustLook && this.world) this.console.line(`logs of the processes: ${this.world.stage.access.logs}`);
    await this.world?.close({ keep: mustLook });
  }

  /** Every process from its start, idle, then with dossiers of both kinds; it must be clean by itself. */
  private async record(): Promise<Rounds> {
    const { flow, stage } = this.world;
    await delay(IDLE_MS, undefined, { signal: this.signal });
    flow.begins('r');
    await flow.run(() => !this.signal.aborted, { atOnce: 1, most: RECORDED_DOSSIERS });
    await this.reckoning.reckon(new Map());
    const missed = await this.world.unwitnessed();
    if (missed > 0) throw new Error(`${missed} messages were handled and nobody saw it: the witness is blind`);
    const { processes } = this.options;
    this.effects = readRecording(stage.folder, processes).filter(({ name }) => this.isAsked(name));
    this.console.line(`recorded ${this.effects.length} places of effects in ${processes.length} processes`);
    const { world, reckoning, options, console, signal } = this;
    return new Rounds({ world, reckoning, options, console, signal });
  }

  private async report(
    rounds: Rounds,
    [begun = 0, ready = 0, recorded = 0, swept = 0]: readonly number[],
  ): Promise<SweepReport> {
    const seen = readRecording(this.world.stage.folder, this.options.processes).filter(({ name }) =>
      this.isAsked(name),
    );
    const history = await this.world.history();
    return reportOf({
      givenUp: rounds.givenUp,
      killed: this.reckoning.killed,
      findings: this.findings,
      effects: this.effects,
      facts: {
        procedure: this.options.procedure,
        ...(this.options.procedure === 'land-transfer' && { scenario: this.options.scenario }),
        seeds: this.options.seeds,
        dossiers: this.world.flow.dossiers.length,
        messages: history.filter(({ event }) => event === 'send').length,
        effectsBeside: seen.length - this.effects.length,
        rounds: rounds.count,
        crashes: rounds.crashes,
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
  private async pass(rounds: Rounds, seed: number, pass: number): Promise<void> {
    this.reckoning.seed = seed;
    const targets = planned(this.effects, { seed, pass });
    this.world.flow.begins(`s${seed.toString(36)}`);
    let missed = await rounds.through(targets, { atOnce: DOSSIERS_AT_ONCE, most: this.options.kills });
    if (!this.options.full) return;
    for (let again = 0; again < TRIES_OF_MISSED && missed.length > 0; again += 1)
      missed = await this.askAgain(rounds, missed);
    await rounds.through(this.targetsBeside(seed), { atOnce: DOSSIERS_AT_ONCE, most: MOST_BESIDE, turns: 1 });
  }

  private async askAgain(rounds: Rounds, targets: readonly Target[]): Promise<Target[]> {
    const missed: Target[] = [];
    for (const process of this.options.processes) {
      const own = targets.filter((target) => target.process === process);
      if (own.length === 0) continue;
      missed.push(...(await rounds.through(own, { atOnce: 1, turns: 1, patienceMs: ALONE_PATIENCE_MS })));
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

  private readonly ended = (service: ServiceName, how: string): void => {
    if (this.rounds) this.rounds.ended(service, how);
    else if (!this.signal.aborted) this.console.line(`✘ ${service} ended with ${how}`);
  };
}
