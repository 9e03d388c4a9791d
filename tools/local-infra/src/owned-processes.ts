import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export interface OwnedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly options?: SpawnOptions;
  /** Everything the process says goes here; its end is shown when it fails. */
  readonly logFile: string;
}

/** The processes that the guard started. After `close` none can be started any more and none is left. */
export class OwnedProcesses {
  private readonly children = new Set<ChildProcess>();
  /** Their end is wanted, so nobody is told. */
  private readonly condemned = new WeakSet<ChildProcess>();
  private closed = false;

  constructor(private readonly onLost: (text: string) => void) {}

  start({ command, args, options, logFile }: OwnedCommand): ChildProcess {
    if (this.closed) throw new Error('the run is being stopped');
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(logFile, { flags: 'a' });
    log.on('error', () => undefined);
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    this.children.add(child);
    child.once('close', () => {
      this.children.delete(child);
      log.end();
    });
    return child;
  }

  /** Runs a command to its end; refuses with the last lines it said. */
  async run(owned: OwnedCommand, onLine: (line: string) => void = () => undefined): Promise<void> {
    const child = this.start(owned);
    const tail = new Tail(child, onLine);
    const code = await new Promise<number | string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit, signal) => resolve(exit ?? signal ?? 'unknown'));
    });
    if (code !== 0) throw new Error(`${owned.command} ended with ${code}: ${tail.text()}`);
  }

  /** Waits until the process has said the line; refuses when it ends before or takes too long, tells when it ends later. */
  async runUntil(owned: OwnedCommand, isReady: (line: string) => boolean, timeoutMs: number): Promise<ChildProcess> {
    const child = this.start(owned);
    await new Promise<void>((resolve, reject) => {
      const tail = new Tail(child, (line) => {
        if (isReady(line)) resolve();
      });
      const timer = setTimeout(
        () => reject(new Error(`${owned.command} was not ready within ${timeoutMs} ms: ${tail.text()}`)),
        timeoutMs,
      );
      timer.unref();
      child.once('error', reject);
      child.once('close', (code, signal) =>
        reject(new Error(`${owned.command} ended with ${code ?? signal}: ${tail.text()}`)),
      );
    });
    child.once('close', (code, signal) => {
      if (!this.closed && !this.condemned.has(child)) this.onLost(`${owned.command} ended with ${code ?? signal}`);
    });
    return child;
  }

  /** As when the machine loses power. Resolves when the process, and all that still held its output, are gone. */
  async kill(child: ChildProcess, killAll: (child: ChildProcess) => void): Promise<void> {
    if (!this.children.has(child)) return;
    this.condemned.add(child);
    const gone = once(child, 'close');
    killAll(child);
    await gone;
  }

  /** All data is ephemeral: PostgreSQL takes SIGQUIT as "at once", whatever does not go within the time is killed. */
  async close(): Promise<void> {
    this.closed = true;
    const children = [...this.children];
    const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of children) child.kill(child.spawnfile.endsWith('postgres') ? 'SIGQUIT' : 'SIGKILL');
    const killer = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 2_000);
    await Promise.all(ended);
    clearTimeout(killer);
  }
}

class Tail {
  private readonly lines: string[] = [];

  constructor(child: ChildProcess, onLine: (line: string) => void) {
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.on('data', (chunk: Buffer) => {
        const parts = (rest + chunk.toString('utf8')).split('\n');
        rest = parts.pop() ?? '';
        for (const line of parts) {
          this.lines.push(line);
          if (this.lines.length > 12) this.lines.shift();
          onLine(line);
        }
      });
    }
  }

  text(): string {
    return this.lines.join(' | ') || 'it said nothing';
  }
}
