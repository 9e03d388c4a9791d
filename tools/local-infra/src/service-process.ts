import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { GuardClient } from './guard-client';
import { lastLines } from './last-lines';
import { childEnvironment } from './local-infra.config';
import { repositoryRoot } from './repository';
import type { ServiceName } from './services';

type ServiceEnvironment = Readonly<Record<string, string | undefined>>;

export interface ServiceLaunch {
  readonly service: ServiceName;
  /** 0 lets the service take any free port. */
  readonly port: number;
  readonly logFile: string;
  /** Looked at whenever the process is started. */
  readonly environment: ServiceEnvironment | (() => ServiceEnvironment);
  readonly guard: GuardClient;
  /** It ended although nobody stopped it. */
  readonly onCrash?: (how: string) => void;
}

const KEEPS_COMPILED_CODE = join('tools', 'local-infra', 'src', 'keep-compiled-code.js');
const stopTimeoutMs = 8_000;
/** Ten services that start are asked all at once: the question must not cost them their start. */
const pollMs = 100;

/** One service as a process of its own, which can be stopped, killed and started again on the same port. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private listeningPort: Promise<number> | undefined;
  private port: number;
  private stopping = false;
  private lastSeen = 'it has not answered yet';

  constructor(private readonly launch: ServiceLaunch) {
    this.port = launch.port;
  }

  get name(): ServiceName {
    return this.launch.service;
  }

  get logFile(): string {
    return this.launch.logFile;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get running(): boolean {
    return this.child !== undefined;
  }

  /** Id of the running process. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts the process; `ready` waits for it. */
  start(): void {
    if (this.child) return;
    this.stopping = false;
    const { service, logFile, environment, guard } = this.launch;
    const dist = join(repositoryRoot(), 'dist');
    const script = join(dist, 'services', service, 'src', 'main.js');
    if (!existsSync(script)) throw new Error(`${script} is missing: run npm run build first`);
    const log = openSync(logFile, 'a');
    const child = fork(script, {
      // a session of its own: Ctrl-C reaches the starter, which stops the services in order
      detached: true,
      execArgv: ['--disable-warning=TimeoutNegativeWarning', '--require', join(dist, KEEPS_COMPILED_CODE)],
      stdio: ['ignore', log, log, 'ipc'],
      env: childEnvironment({
        ...(typeof environment === 'function' ? environment() : environment),
        PORT: String(this.port),
      }),
    });
    closeSync(log);
    const { pid } = child;
    if (pid) guard.watch(pid);
    this.child = child;
    this.listeningPort = new Promise((resolve, reject) => {
      child.on('message', (message) => {
        if (isReadyMessage(message)) resolve(message.port);
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        if (pid) guard.forget(pid);
        if (this.child === child) this.child = undefined;
        if (!this.stopping) this.launch.onCrash?.(String(code ?? signal));
        reject(new Error(`${service} ended with ${code ?? signal}; the end of ${logFile}:\n${lastLines(logFile)}`));
      });
    });
    this.listeningPort.catch(() => undefined);
  }

  /** Resolves when /health/ready says yes; refuses with what was seen last. Milliseconds it took. */
  async ready(timeoutMs: number, signal?: AbortSignal): Promise<number> {
    const startedAt = performance.now();
    if (!this.listeningPort) throw new Error(`${this.name} is not started`);
    const deadline = startedAt + timeoutMs;
    const late = delay(timeoutMs, undefined, { ref: false }).then(() => Promise.reject(this.notReady(timeoutMs)));
    late.catch(() => undefined);
    this.port = await Promise.race([this.listeningPort, late]);
    while (performance.now() < deadline) {
      signal?.throwIfAborted();
      if (!this.child)
        await this.listeningPort.then(() => Promise.reject(new Error(`${this.name} ended; see ${this.logFile}`)));
      if (await this.answersReady()) return Math.round(performance.now() - startedAt);
      await delay(pollMs);
    }
    throw this.notReady(timeoutMs);
  }

  /** SIGTERM and, when that does not end it in time, SIGKILL. The exit code; -1 when it was killed or not running. */
  async stop(): Promise<number> {
    const killer = setTimeout(() => this.child?.kill('SIGKILL'), stopTimeoutMs);
    // a frozen process takes its SIGTERM when it goes on
    const code = await this.end('SIGTERM', 'SIGCONT');
    clearTimeout(killer);
    return code;
  }

  /** As when the machine loses power. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Freezes it where it is, as when its machine swaps or is moved; `resume` lets it go on. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  private async end(...signals: readonly NodeJS.Signals[]): Promise<number> {
    const child = this.child;
    if (!child) return -1;
    this.stopping = true;
    const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
    for (const signal of signals) child.kill(signal);
    return ended;
  }

  /** The address, as soon as the process listens. */
  async listening(): Promise<string> {
    if (!this.listeningPort) throw new Error(`${this.name} is not started`);
    this.port = await this.listeningPort;
    return this.url;
  }

  private async answersReady(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      const text = await answer.text();
      this.lastSeen = `/health/ready said ${answer.status} ${text.slice(0, 400)}`;
      return answer.ok;
    } catch (error) {
      this.lastSeen = `/health/ready could not be asked: ${String(error)}`;
      return false;
    }
  }

  private notReady(timeoutMs: number): Error {
    return new Error(
      `${this.name} was not ready within ${timeoutMs} ms; ${this.lastSeen}; the end of ${this.logFile}:\n${lastLines(this.logFile)}`,
    );
  }
}

function isReadyMessage(message: unknown): message is { ready: true; port: number } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'ready' in message &&
    'port' in message &&
    typeof message.port === 'number'
  );
}
