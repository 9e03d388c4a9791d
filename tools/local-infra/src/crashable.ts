import { type ChildProcess, execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { OwnedProcesses } from './owned-processes';

const restarts = 5;
const betweenRestartsMs = 500;

export interface CrashableOptions {
  readonly processes: OwnedProcesses;
  /** Starts the server on its data and port; resolves when it says that it is ready. */
  readonly start: () => Promise<ChildProcess>;
  /** Clears away what a dead server leaves and a new one might stumble over. */
  readonly clear?: () => void;
}

/** A server of the run that can lose its life at any moment and come back with the data it had. */
export class Crashable {
  private constructor(
    private readonly options: CrashableOptions,
    private child: ChildProcess,
  ) {}

  static async start(options: CrashableOptions): Promise<Crashable> {
    return new Crashable(options, await options.start());
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Kills the server and its children with SIGKILL, waits, and starts it again on the same data and port. */
  async crash(downMs: number): Promise<void> {
    const { processes, clear } = this.options;
    await processes.kill(this.child, killWithChildren);
    clear?.();
    await delay(downMs);
    this.child = await this.startAgain();
  }

  /** While the server was away its port may have been lent to an outgoing connection for a moment. */
  private async startAgain(): Promise<ChildProcess> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.options.start();
      } catch (error) {
        if (attempt === restarts) throw error;
        await delay(betweenRestartsMs);
      }
    }
  }
}

/** The parent is frozen first, so that it makes no further child between the listing and its end. */
function killWithChildren({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  signal(pid, 'SIGSTOP');
  const children = childrenOf(pid);
  for (const one of [pid, ...children]) signal(one, 'SIGKILL');
}

function childrenOf(parent: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it is gone already
  }
}
