import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CrashRequest,
  type FromGuard,
  readLines,
  type RunTraces,
  type StartRequest,
  type Started,
  type ToGuard,
} from './guard-protocol';
import { repositoryRoot } from './repository';

/** Infrastructure could not be had; `reasons` says, place by place, what was looked for. */
export class InfrastructureMissing extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('\n'));
  }
}

const stopTimeoutMs = 10_000;

/** The run's end of the pipe to its guard. */
export class GuardClient {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly crashes = new Map<number, { resolve(): void; reject(error: Error): void }>();
  private lastCrash = 0;
  private answer: { resolve(started: Started): void; reject(error: Error): void } | undefined;

  constructor(private readonly log: (text: string) => void) {
    const script = join(repositoryRoot(), 'dist', 'tools', 'local-infra', 'src', 'main.js');
    if (!existsSync(script)) throw new Error(`${script} is missing: run npm run build first`);
    this.child = spawn(process.execPath, [script], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => this.child.once('exit', () => resolve()));
    this.child.stdin?.on('error', () => undefined);
    this.child.stderr?.on('data', (text: Buffer) => this.log(text.toString('utf8').trimEnd()));
    this.child.once('exit', (code, signal) => {
      const error = new Error(`the guard process ended with ${code ?? signal}`);
      for (const waiting of [this.answer, ...this.crashes.values()]) waiting?.reject(error);
    });
    if (this.child.stdout) readLines<FromGuard>(this.child.stdout, (message) => this.receive(message));
  }

  start(request: StartRequest): Promise<Started> {
    return new Promise<Started>((resolve, reject) => {
      this.answer = { resolve, reject };
      this.tell({ kind: 'start', request });
    }).finally(() => {
      this.answer = undefined;
      this.letParentEnd();
    });
  }

  /** The process is killed when this one dies by any means. */
  watch(pid: number): void {
    this.tell({ kind: 'watch', pid });
  }

  forget(pid: number): void {
    this.tell({ kind: 'forget', pid });
  }

  /** The run's databases and topics are removed when this process dies by any means. */
  removeOnDeath(traces: RunTraces): void {
    this.tell({ kind: 'run', traces });
  }

  removed(runId: string): void {
    this.tell({ kind: 'run-removed', runId });
  }

  /** Kills a server that the guard started and starts it again; resolves when it says that it is ready. */
  async crash(request: CrashRequest): Promise<void> {
    const id = (this.lastCrash += 1);
    this.holdParent();
    try {
      await new Promise<void>((resolve, reject) => {
        this.crashes.set(id, { resolve, reject });
        this.tell({ kind: 'crash', id, request });
      });
    } finally {
      this.crashes.delete(id);
      if (this.crashes.size === 0) this.letParentEnd();
    }
  }

  async stop(): Promise<void> {
    this.child.ref();
    this.tell({ kind: 'stop' });
    const killer = setTimeout(() => this.child.kill('SIGKILL'), stopTimeoutMs);
    await this.ended;
    clearTimeout(killer);
  }

  private receive(message: FromGuard): void {
    switch (message.kind) {
      case 'log':
        return this.log(message.text);
      case 'started':
        return this.answer?.resolve(message.started);
      case 'failed':
        return this.answer?.reject(new InfrastructureMissing(message.reasons));
      case 'crashed':
        if (message.fault === undefined) return this.crashes.get(message.id)?.resolve();
        return this.crashes.get(message.id)?.reject(new Error(message.fault));
    }
  }

  private tell(message: ToGuard): void {
    if (this.child.stdin?.writable) this.child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  private holdParent(): void {
    this.child.ref();
    (this.child.stdout as { ref?(): void } | null)?.ref?.();
  }

  /** From here on a forgotten `stop` does not keep this process alive; the guard sees it end. */
  private letParentEnd(): void {
    this.child.unref();
    for (const stream of [this.child.stdin, this.child.stdout, this.child.stderr])
      (stream as { unref?(): void } | null)?.unref?.();
  }
}
