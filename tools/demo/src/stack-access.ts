import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type InfrastructureSource,
  type KafkaAccess,
  keptKafkaAccess,
  serviceNames,
  servicePorts,
} from '../../local-infra/src';
import type { DemoConfig } from './demo.config';
import { WrongInput } from './input/fault';

export interface InfrastructureNote {
  readonly postgres: { readonly version: string; readonly source: InfrastructureSource };
  readonly kafka: { readonly version: string; readonly source: InfrastructureSource };
}

/** How to reach a running stack; `<home>/stack.json` holds it while a stack stays up. */
export interface StackAccess {
  readonly runId: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly home: string;
  readonly brokers: string;
  /** Of a secured broker; it stays in this process. */
  readonly kafkaAccess?: KafkaAccess;
  readonly topicPrefix: string;
  readonly clockOffsetMs: number;
  readonly infrastructure: InfrastructureNote;
  /** Process that keeps the stack up; the file of a process that is gone counts for nothing. */
  readonly pid?: number;
  /** Folder of the services' logs, where this machine has them. */
  readonly logs?: string;
}

/** What stands in the file: no password does. */
type PublishedStack = Omit<StackAccess, 'kafkaAccess'> & { readonly kafkaIsSecured?: boolean };

export function stackFile(home: string): string {
  return join(home, 'stack.json');
}

/** Lets `demo -- --attach` and the operator's commands find the stack; call the answer when it stops. */
export function publishStack(access: StackAccess): () => void {
  const file = stackFile(access.home);
  const { kafkaAccess: secret, ...shown } = access;
  const stack: PublishedStack = { ...shown, ...(secret && { kafkaIsSecured: true }), pid: process.pid };
  writeFileSync(file, `${JSON.stringify(stack, undefined, 2)}\n`);
  return () => {
    if (readStackFile(access.home)?.runId === access.runId) rmSync(file, { force: true });
  };
}

/** The stack of `stack.json`, else that of LIENTHONG_URLS, else one on the default ports. Throws WrongInput when none answers. */
export async function findStack(config: DemoConfig): Promise<StackAccess> {
  const access = (config.urls === undefined ? readStackFile(config.home) : undefined) ?? stackOfEnvironment(config);
  const silent: string[] = [];
  await Promise.all(
    serviceNames.map(async (service) => {
      const url = access.urls[service];
      if (!url || !(await answers(url))) silent.push(`${service} (${url ?? 'no address'})`);
    }),
  );
  if (silent.length > 0) {
    throw new WrongInput([
      {
        path: '--attach',
        message: `no ready service at ${silent.join(', ')}; start a stack with npm start, demo -- --keep or docker-compose up, or set LIENTHONG_URLS (intake=http://…,tax=http://…), LIENTHONG_HOME, KAFKA_BROKERS, TOPIC_PREFIX and CLOCK_OFFSET_MS`,
      },
    ]);
  }
  return access;
}

function readStackFile(home: string): StackAccess | undefined {
  try {
    const { kafkaIsSecured, ...access } = JSON.parse(readFileSync(stackFile(home), 'utf8')) as PublishedStack;
    if (access.pid !== undefined && !isAlive(access.pid)) return undefined;
    return kafkaIsSecured ? { ...access, kafkaAccess: keptKafkaAccess(home) } : access;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function stackOfEnvironment(config: DemoConfig): StackAccess {
  const defaults = Object.entries(servicePorts).map(
    ([service, port]) => [service, `http://127.0.0.1:${port}`] as const,
  );
  const given = (config.urls ?? '').split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const] : [];
  });
  return {
    runId: 'environment',
    urls: Object.fromEntries([...defaults, ...given]),
    home: config.home,
    brokers: config.kafkaBrokers,
    ...(config.kafkaIsSecured && { kafkaAccess: keptKafkaAccess(config.home) }),
    topicPrefix: config.topicPrefix,
    clockOffsetMs: config.clockOffsetMs,
    infrastructure: {
      postgres: { version: 'unknown', source: 'environment' },
      kafka: { version: 'unknown', source: 'environment' },
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
