import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines, type ServiceName, type ServiceProcess } from '../../../local-infra/src';
import type { Target } from '../effects/effect';
import { type SweepFiles, writeOrders } from '../effects/orders';
import { Agenda } from './agenda';

export interface ReaperOptions {
  readonly process: ServiceProcess;
  readonly files: SweepFiles;
  /** Called while the killed process lies dead. */
  readonly onKill: (target: Target) => Promise<void>;
  /** It ended, and nobody had killed it. */
  readonly onDeath: (service: ServiceName, how: string, lastWords: string) => Promise<void>;
}

/** Within this time a process has read its orders again. */
const ORDERS_READ_MS = 400;
const LOOK_EVERY_MS = 20;
/** Targets that nothing met for this long were waited for in vain. */
const PATIENCE_MS = 25_000;
const READY_MS = 120_000;

/** Ends one process again and again where its agenda says, and starts it again, whatever ended it. */
export class Reaper {
  private readonly ends: string[] = [];
  /** When it was started again, if ever. */
  startedAt: Date | undefined;
  private agenda = new Agenda([]);
  private resting = true;
  private armedAt = 0;
  private patienceMs = PATIENCE_MS;
  private watching = true;
  private fault: unknown;
  private readonly watch: Promise<void>;

  constructor(private readonly options: ReaperOptions) {
    this.arm();
    this.watch = this.look();
  }

  /** To be called when the process has ended. */
  ended(how: string): void {
    this.ends.push(how);
  }

  get isDone(): boolean {
    if (this.fault !== undefined) throw this.fault as Error;
    return this.agenda.isDone;
  }

  /** Kills from now on. */
  begin(agenda: Agenda, patienceMs = PATIENCE_MS): void {
    this.agenda = agenda;
    this.patienceMs = patienceMs;
    this.resting = false;
    this.arm();
  }

  /** No kill from now on; resolves when the process is up. */
  async rest(): Promise<void> {
    this.resting = true;
    this.arm();
    await delay(ORDERS_READ_MS);
    const giveUpAt = performance.now() + READY_MS;
    while (!(await this.isUp())) {
      if (this.fault !== undefined) throw this.fault as Error;
      if (performance.now() > giveUpAt) await this.options.process.ready(1);
      await delay(LOOK_EVERY_MS);
    }
  }

  async close(): Promise<void> {
    this.watching = false;
    await this.watch;
  }

  private isUp(): Promise<boolean> {
    const { process } = this.options;
    if (!process.running || this.ends.length > 0) return Promise.resolve(false);
    return process.ready(READY_MS).then(
      () => true,
      () => false,
    );
  }

  private async look(): Promise<void> {
    while (this.watching) {
      try {
        if (this.ends.length > 0) await this.takeEnd(this.ends.shift() ?? '');
        else if (!this.resting && performance.now() - this.armedAt > this.patienceMs) {
          this.agenda.missed();
          this.arm();
        }
      } catch (error) {
        this.fault ??= error;
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  private arm(): void {
    const targets = this.resting ? [] : this.agenda.window();
    writeOrders(this.options.files, { targets, record: 'first' });
    this.armedAt = performance.now();
  }

  private async takeEnd(how: string): Promise<void> {
    const { process, onKill, onDeath } = this.options;
    const target = how === 'SIGKILL' ? this.lastWord() : undefined;
    if (target) {
      this.agenda.hit(target);
      await onKill(target);
    } else {
      await onDeath(process.name, how, lastLines(process.logFile));
    }
    this.arm();
    this.startedAt = new Date();
    process.start();
  }

  private lastWord(): Target | undefined {
    const { killed } = this.options.files;
    if (!existsSync(killed)) return undefined;
    const target = JSON.parse(readFileSync(killed, 'utf8')) as Target;
    rmSync(killed);
    return target;
  }
}
