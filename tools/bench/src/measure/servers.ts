import { readdirSync, readFileSync } from 'node:fs';
import type { Infrastructure } from '../../../local-infra/src';
import type { Watched } from './process-use';

const PROPERTIES = 'kafka.properties';

/** PostgreSQL with all its sessions, and the broker; a server that was not started here is left out. */
export function serversOf({ postgres, kafka }: Pick<Infrastructure, 'postgres' | 'kafka'>): readonly Watched[] {
  const { port } = new URL(postgres.adminUrl);
  const isPostgres = (args: readonly string[]): boolean =>
    args[0]?.endsWith('/postgres') === true && args.includes(`port=${port}`);
  const isBroker = (args: readonly string[]): boolean =>
    args.includes('kafka.Kafka') && args.some((arg) => arg.endsWith(PROPERTIES) && speaksOf(arg, kafka.brokers));
  return [
    { name: 'PostgreSQL', pid: processWith(isPostgres), withChildren: true },
    { name: 'Kafka', pid: processWith(isBroker) },
  ].filter(({ pid }) => pid !== undefined);
}

function processWith(isIt: (args: readonly string[]) => boolean): number | undefined {
  return processes().find((pid) => isIt(read(`/proc/${pid}/cmdline`).split('\0')));
}

function processes(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

function speaksOf(file: string, brokers: string): boolean {
  return read(file).includes(`//${brokers}\n`);
}

/** Empty for what is gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
