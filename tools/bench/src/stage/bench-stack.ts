import { landTransfer } from '@lienthong/procedures';
import { DEFAULT_AT, type StackAccess } from '../../../demo/src';
import {
  newRunId,
  prepareStack,
  provisionRun,
  type Run,
  serviceNames,
  type ServiceName,
  type Stack,
} from '../../../local-infra/src';
import type { Watched } from '../measure/process-use';
import type { BenchContext } from '../scenario';

const READY_MS = 60_000;

/** The bus and the agencies that a land transfer passes through. */
const landServices: readonly ServiceName[] = serviceNames.filter((name) =>
  ['integration-bus', ...landTransfer.versions.flatMap(({ steps }) => steps.map(({ member }) => member))].includes(
    name,
  ),
);

export interface BenchStackOptions {
  /** Default: those of the land transfer. */
  readonly services?: readonly ServiceName[];
  /** Of every service; default 1. */
  readonly instances?: 1 | 2;
  readonly env?: (service: ServiceName) => Readonly<Record<string, string>>;
}

/** The real services as processes, with databases and topics of their own on the bench's servers. */
export class BenchStack {
  private constructor(
    readonly run: Run,
    readonly stack: Stack,
    readonly access: StackAccess,
    private readonly context: BenchContext,
  ) {}

  /** Provisions, starts and waits until every service is ready; settings are those that users get. */
  static async open(context: BenchContext, options: BenchStackOptions = {}): Promise<BenchStack> {
    const { infra, home, signal, console } = context;
    const { services = landServices, instances = 1, env } = options;
    const clockOffsetMs = Date.parse(DEFAULT_AT) - Date.now();
    const run = await provisionRun({ infra, runId: newRunId(), services, home, clockOffsetMs, signal });
    const onCrash = (service: ServiceName, how: string): void => console.line(`✘ ${service} ended with ${how}`);
    const wishes = { ports: 'free' as const, services, onCrash, signal, ...(env && { env }) };
    const stack = await prepareStack({ infra, run, clockOffsetMs, home, ...wishes });
    const { postgres, kafka } = infra;
    try {
      for (const service of stack.services) service.start();
      await stack.ready(undefined, signal);
      if (instances === 2) await startSecond(stack, signal);
    } catch (error) {
      await stack.kill();
      throw error;
    }
    const { runId, topicPrefix, folder: logs } = run;
    const place = { runId, topicPrefix, logs, home, clockOffsetMs };
    const access = { ...place, urls: stack.urls, brokers: kafka.brokers, infrastructure: { postgres, kafka } };
    return new BenchStack(run, stack, access, context);
  }

  /** The processes, for `ProcessUses`. */
  get watched(): readonly Watched[] {
    return this.stack.services.map(({ name, pid }) => ({ name, pid }));
  }

  /** Stops the services and removes databases and topics. */
  async close(): Promise<void> {
    await this.stack.stop();
    await this.run.drop().catch((error: Error) => this.context.console.line(`left behind: ${error.message}`));
  }
}

/** One more process of every service, on the same databases and topics. */
async function startSecond(stack: Stack, signal: AbortSignal): Promise<void> {
  const second = stack.services.map(({ name }) => stack.another(name));
  for (const process of second) process.start();
  await Promise.all(second.map((process) => process.ready(READY_MS, signal)));
}
