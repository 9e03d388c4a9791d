import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { GuardClient } from './guard-client';
import { lastLines } from './last-lines';
import { childEnvironment } from './local-infra.config';
import { repositoryRoot } from './repository';
import type { ServiceName } from './services';

/** What a service's own migrator needs to know beside what all of a run have in common. */
export interface MigrationJob {
  readonly service: ServiceName;
  readonly variables: Readonly<Record<string, string>>;
}

export interface MigrationsOptions {
  readonly guard: GuardClient;
  readonly logFile: string;
  /** Settings that the migrators of the run have in common. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** One process that runs the migrators of a run's services beside each other. */
export class Migrations {
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | string>;
  private readonly told: Promise<void>[] = [];

  constructor(private readonly options: MigrationsOptions) {
    const { guard, logFile, environment, signal } = options;
    const log = openSync(logFile, 'a');
    const child = fork(scriptOf('tools', 'local-infra', 'src', 'migrator.js'), {
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: childEnvironment(environment),
      ...(signal && { signal, killSignal: 'SIGKILL' as const }),
    });
    closeSync(log);
    this.child = child;
    const { pid } = child;
    if (pid) guard.watch(pid);
    this.ended = new Promise<number | string>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exit, killedBy) => resolve(exit ?? killedBy ?? 'unknown'));
    }).finally(() => {
      if (pid) guard.forget(pid);
    });
    this.ended.catch(() => undefined);
  }

  /** Begins the migration of a database that is there. */
  begin(job: MigrationJob): void {
    scriptOf('services', job.service, 'src', 'migrate.js');
    // one that has ended already is told by `done`
    if (this.child.connected) this.told.push(new Promise((resolve) => this.child.send(job, () => resolve())));
  }

  /** No more follow: resolves when all are done. */
  async done(): Promise<void> {
    await Promise.all(this.told);
    if (this.child.connected) this.child.disconnect();
    const code = await this.ended;
    const { logFile } = this.options;
    if (code !== 0) throw new Error(`the migrations ended with ${code}; the end of ${logFile}:\n${lastLines(logFile)}`);
  }

  /** Something else failed: nothing is waited for. */
  giveUp(): void {
    this.child.kill('SIGKILL');
  }
}

function scriptOf(...path: readonly string[]): string {
  const script = join(repositoryRoot(), 'dist', ...path);
  if (!existsSync(script)) throw new Error(`${script} is missing: run npm run build first`);
  return script;
}
