import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environmentWith } from './testing.config';

const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 15_000;
const LOG_CHARACTERS = 20_000;

export interface ServiceProcessOptions {
  readonly member: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** One service as a process, from the compiled files in `dist`. */
export class TestServiceProcess {
  private output = '';
  private exitCode?: number;
  private readonly ended: Promise<number>;
  private readonly listening: Promise<number>;

  private constructor(
    readonly member: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output = `${this.output}${chunk.toString()}`.slice(-LOG_CHARACTERS)));
    }
    this.ended = new Promise((resolve) =>
      child.once('exit', (code) => {
        this.exitCode = code ?? -1;
        resolve(this.exitCode);
      }),
    );
    this.listening = new Promise((resolve, reject) => {
      child.on('message', (message) => resolve((message as { port: number }).port));
      void this.ended.then((code) => reject(new Error(`${member} ended with ${code}:\n${this.output}`)));
    });
    this.listening.catch(() => undefined);
  }

  /** Starts the process; `url()` waits until it listens. */
  static start({ member, variables }: ServiceProcessOptions): TestServiceProcess {
    const script = join(repositoryRoot(), 'dist', 'services', member, 'src', 'main.js');
    if (!existsSync(script)) throw new Error(`${script} is missing: build first (npm run build)`);
    const child = fork(script, {
      execArgv: ['--disable-warning=TimeoutNegativeWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: environmentWith({ PORT: '0', ...variables }),
    });
    return new TestServiceProcess(member, child);
  }

  /** Where it listens. @throws with its log when it ended or did not listen in time */
  async url(): Promise<string> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), READY_TIMEOUT_MS);
    try {
      return `http://127.0.0.1:${await this.listening}`;
    } finally {
      clearTimeout(late);
    }
  }

  get log(): string {
    return this.output;
  }

  get running(): boolean {
    return this.exitCode === undefined;
  }

  /** The exit code, once it has ended. */
  exit(): Promise<number> {
    return this.ended;
  }

  /** SIGTERM; SIGKILL when that takes too long. Returns the exit code (-1 when killed). */
  async stop(): Promise<number> {
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    const code = await this.ended;
    clearTimeout(late);
    return code;
  }

  /** As when the machine loses power. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) {
    if (folder === dirname(folder)) throw new Error('the repository was not found above this file');
    folder = dirname(folder);
  }
  return folder;
}
