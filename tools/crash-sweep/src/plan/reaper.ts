import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines, type ServiceName, type ServiceProcess } from '../../../local-infra/src';
import type { Target } from '../effects/effect';
import { type SweepFiles, writeOrders } from '../effects/orders';
import type { Agenda } from './agenda';

export interface ReaperOptions {
  readonly process: ServiceProcess;
  readonly files: SweepFiles;
  readonly agenda: Agenda;
  /** Called while the killed process lies dead. */
  readonly onKill: (target: Target) => Promise<void>;
  /** It ended, and nobody had killed it. */
  readonly onDeath: (service: ServiceName, how: string, lastWords: string) => Promise<void>;
}

/** Orders are read again this often by the process. */
const ORDERS_SEEN_MS = 300;
const LOOK_EVERY_MS = 20;
/** A window of targets that nothing met for this long makes room for the next. */
const WINDOW_MS = 25_000;
const READY_MS = 120_000;

/** Ends one process again and again where its agenda says, and starts it again. */
export class Reaper {
  private ends: string[] = [];

  constructor(private readonly options: ReaperOptions) {}

  get name(): ServiceName {
    return this.options.process.name;
  }

  /** To be called when the process has ended by itself or by its target. */
  ended(how: string): void {
    this.ends.push(how);
  }

  /** Kills until the agenda is done or it is no longer wanted; leaves the process running and unarmed. */
  async reap(wanted: () => boolean): Promise<void> {
    const { agenda } = this.options;
    this.arm();
    let armedAt = performance.now();
    while (wanted() && !agenda.isDone) {
      if (await this.takeEnd(() => this.arm())) {
        armedAt = performance.now();
      } else if (performance.now() - armedAt > WINDOW_MS) {
        agenda.missed();
        this.arm();
        armedAt = performance.now();
      }
      await delay(LOOK_EVERY_MS);
    }
    this.disarm();
    for (const quietAt = performance.now() + ORDERS_SEEN_MS; performance.now() < quietAt;) {
      await this.takeEnd(() => this.disarm());
      await delay(LOOK_EVERY_MS);
    }
    await this.options.process.ready(READY_MS);
  }

  private arm(): void {
    writeOrders(this.options.files, { targets: this.options.agenda.window(), record: 'first' });
  }

  disarm(): void {
    writeOrders(this.options.files, { targets: [], record: 'first' });
  }

  private async takeEnd(beforeStart: () => void): Promise<boolean> {
    const how = this.ends.shift();
    if (how === undefined) return false;
    const { process, agenda, onKill, onDeath } = this.options;
    const target = this.lastWord();
    if (target && how === 'SIGKILL') {
      agenda.hit(target);
      await onKill(target);
    } else {
      await onDeath(process.name, how, lastLines(process.logFile));
    }
    beforeStart();
    process.start();
    return true;
  }

  private lastWord(): Target | undefined {
    const { killed } = this.options.files;
    if (!existsSync(killed)) return undefined;
    const target = JSON.parse(readFileSync(killed, 'utf8')) as Target;
    rmSync(killed);
    return target;
  }
}
