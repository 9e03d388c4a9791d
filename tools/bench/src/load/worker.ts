import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Serializable } from 'node:child_process';
import { childEnvironment, type Infrastructure, lastLines } from '../../../local-infra/src';
import type { Watched } from '../measure/process-use';
import type { Committed } from './line';

export interface WorkerLaunch {
  readonly name: string;
  readonly script: string;
  readonly logFile: string;
  readonly guard: Infrastructure['guard'];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly execArgv?: readonly string[];
  /** Told once, right after the start. */
  readonly place?: Serializable;
}

interface Ready {
  /** Where it answers HTTP, if it does. */
  readonly port?: number;
}

const STOP_TIMEOUT_MS = 10_000;

/** A process of the bench that takes its work over the parent's channel and tells over it what it has committed. */
export class Worker {
  /** Resolves when the process says that it is ready. */
  readonly ready: Promise<Ready>;
  /** Never resolves; fails when the process ends unasked. */
  readonly failed: Promise<never>;
  onCommitted: (committed: Committed) => void = () => undefined;
  private readonly child: ChildProcess;
  private stopping = false;

  constructor(private readonly launch: WorkerLaunch) {
    const { script, logFile, environment = {}, execArgv = [], guard, place } = launch;
    const log = openSync(logFile, 'a');
    this.child = fork(script, {
      detached: true,
      execArgv: ['--disable-warning=TimeoutNegativeWarning', ...execArgv],
      stdio: ['ignore', log, log, 'ipc'],
      env: childEnvironment(environment),
    });
    closeSync(log);
    if (this.child.pid) guard.watch(this.child.pid);
    this.failed = new Promise((_resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('exit', (code, signal) => {
        if (this.child.pid) guard.forget(this.child.pid);
        if (!this.stopping) reject(this.ended(code ?? signal));
      });
    });
    this.failed.catch(() => undefined);
    const ready = new Promise<Ready>((resolve) => this.child.on('message', (message) => this.hear(message, resolve)));
    this.ready = Promise.race([ready, this.failed]);
    this.ready.catch(() => undefined);
    if (place !== undefined) this.tell(place);
  }

  get watched(): Watched {
    return { name: this.launch.name, pid: this.child.pid };
  }

  tell(message: Serializable): void {
    this.child.send(message);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.stopping = true;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    const killer = setTimeout(() => this.child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    this.child.disconnect();
    await ended;
    clearTimeout(killer);
  }

  private hear(message: unknown, ready: (how: Ready) => void): void {
    const { kind } = message as { kind?: string };
    if (kind === 'begun' || kind === 'ended') this.onCommitted(message as Committed);
    else if (kind === 'ready' || (message as { ready?: boolean }).ready) ready(message as Ready);
  }

  private ended(how: unknown): Error {
    const { name, logFile } = this.launch;
    return new Error(`${name} ended with ${String(how)}; the end of ${logFile}:\n${lastLines(logFile)}`);
  }
}
