import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDevelopmentKeys } from '@lienthong/service-host';
import { type Console, DEFAULT_AT, type StackAccess } from '../../../demo/src';
import {
  type Infrastructure,
  newRunId,
  prepareStack,
  provisionRun,
  type Run,
  type ServiceName,
  type Stack,
  startInfrastructure,
} from '../../../local-infra/src';
import { SWEEP_FOLDER, SWEPT_PROCESS } from '../effects/orders';
import { preloadFile } from '../preload';

/** Short times, so that a kill costs seconds; the rules are those of the defaults. */
const SHORT_TIMES = {
  SESSION_TIMEOUT_MS: '3000',
  RESEND_AFTER_MS: '1000',
  REDELIVER_AFTER_MS: '1000',
  REDELIVER_AT_MOST_MS: '4000',
  ASK_AGAIN_MS: '1000',
  LOG_LEVEL: 'warn',
};

export interface StageOptions {
  readonly services: readonly ServiceName[];
  readonly console: Console;
  readonly signal: AbortSignal;
  /** A process ended although nobody stopped it. */
  readonly onEnd: (service: ServiceName, how: string) => void;
}

/** Infrastructure, databases and the processes under sweep, each started with the wrapped clients. */
export class Stage {
  private constructor(
    readonly infra: Infrastructure,
    readonly run: Run,
    readonly stack: Stack,
    readonly access: StackAccess,
    /** Orders and effects of the processes. */
    readonly folder: string,
  ) {}

  static async open({ console, services, signal, onEnd }: StageOptions): Promise<Stage> {
    const infra = await startInfrastructure({ log: (text) => console.line(text), signal });
    const { postgres, kafka } = infra;
    console.line(`PostgreSQL ${postgres.version} (${postgres.source}), Kafka ${kafka.version} (${kafka.source})`);
    const home = mkdtempSync(join(tmpdir(), 'lienthong-sweep-'));
    const folder = join(home, 'sweep');
    mkdirSync(folder);
    await ensureDevelopmentKeys(home);
    const clockOffsetMs = Date.parse(DEFAULT_AT) - Date.now();
    const run = await provisionRun({ infra, runId: newRunId(), services, home, clockOffsetMs, signal });
    const env = (service: ServiceName): Record<string, string> => ({
      ...SHORT_TIMES,
      NODE_OPTIONS: `--require ${preloadFile}`,
      [SWEPT_PROCESS]: service,
      [SWEEP_FOLDER]: folder,
    });
    const stack = await prepareStack({ infra, run, clockOffsetMs, home, ports: 'free', services, env, onCrash: onEnd });
    for (const service of stack.services) service.start();
    await stack.ready(undefined, signal);
    const access: StackAccess = {
      runId: run.runId,
      urls: stack.urls,
      home,
      brokers: kafka.brokers,
      topicPrefix: run.topicPrefix,
      clockOffsetMs,
      infrastructure: { postgres, kafka },
      logs: run.folder,
    };
    return new Stage(infra, run, stack, access, folder);
  }

  async close({ keep }: { readonly keep: boolean }): Promise<void> {
    await this.stack.stop();
    const madeOutside = [this.infra.postgres, this.infra.kafka].some(({ source }) => source === 'environment');
    if (madeOutside) await this.run.drop();
    await this.infra.stop();
    if (!keep) rmSync(this.access.home, { recursive: true, force: true });
  }
}
