import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeFiles } from '@lienthong/service-host';

/** How a running stack says that it can be reached. */
export interface StackFile {
  readonly urls: Readonly<Record<string, string>>;
  readonly home?: string;
  readonly clockOffsetMs?: number;
}

/** The stack that runs from this home folder; `undefined` when none wrote its file. */
export function readStackFile(home: string): StackFile | undefined {
  try {
    return JSON.parse(readFileSync(join(home, homeFiles.stack), 'utf8')) as StackFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
