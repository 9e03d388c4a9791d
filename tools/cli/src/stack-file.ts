import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeFiles } from '@lienthong/service-host';
import { servicePorts } from '../../local-infra/src';
import type { CliConfig } from './cli.config';

/** How a running stack says that it can be reached. */
export interface StackFile {
  readonly urls: Readonly<Record<string, string>>;
  readonly home?: string;
  readonly clockOffsetMs?: number;
  readonly kafkaIsSecured?: boolean;
}

/** The stack that runs from this home folder: it wrote its file, or may run in containers, on the default ports and with these keys. */
export function findStack({ home, clockOffsetMs = 0 }: CliConfig): StackFile | undefined {
  const written = readStackFile(home);
  if (written || !existsSync(join(home, homeFiles.issuerPrivate))) return written;
  const urls = Object.entries(servicePorts).map(([service, port]) => [service, `http://127.0.0.1:${port}`] as const);
  return { urls: Object.fromEntries(urls), clockOffsetMs };
}

function readStackFile(home: string): StackFile | undefined {
  try {
    return JSON.parse(readFileSync(join(home, homeFiles.stack), 'utf8')) as StackFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
