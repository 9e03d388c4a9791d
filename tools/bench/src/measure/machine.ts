import { cpus, release, totalmem, type } from 'node:os';
import type { Infrastructure } from '../../../local-infra/src';

/** Where the figures come from: without it they mean nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly kafka: string;
}

export function machineOf({ postgres, kafka }: Pick<Infrastructure, 'postgres' | 'kafka'>): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    postgres: `${postgres.version} (${postgres.source})`,
    kafka: `${kafka.version} (${kafka.source})`,
  };
}
