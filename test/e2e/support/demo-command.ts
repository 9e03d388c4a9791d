import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { testInfrastructure } from '@lienthong/testing';
import { repositoryRoot } from '../../../tools/local-infra/src';

/** The demo as a stranger runs it, on the test's PostgreSQL and Kafka. */
export class DemoCommand {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | NodeJS.Signals>;

  constructor(args: readonly string[], home: string) {
    const { postgres, kafka } = testInfrastructure();
    this.child = spawn(process.execPath, [join(repositoryRoot(), 'dist', 'tools', 'demo', 'src', 'main.js'), ...args], {
      env: { ...process.env, DATABASE_URL: postgres, KAFKA_BROKERS: kafka, LIENTHONG_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (text: Buffer) => (this.stdout += text.toString('utf8')));
    this.child.stderr?.on('data', (text: Buffer) => (this.stderr += text.toString('utf8')));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve(code ?? signal ?? -1)));
  }

  /** Exit code, or the signal that ended it. */
  end(): Promise<number | NodeJS.Signals> {
    return this.ended;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Name of the run, once its databases are made. */
  get runId(): string | undefined {
    return /run ([0-9a-f]+):/.exec(this.stderr)?.[1];
  }

  /** Addresses of the services that are ready. */
  get urls(): readonly string[] {
    return [...this.stderr.matchAll(/ready after .*(http:\/\/\S+)/g)].map((match) => match[1] ?? '');
  }
}
