import { existsSync, readFileSync } from 'node:fs';
import type { RecordedEffect } from '../plan/plan';
import { sweepFiles } from './orders';

/** What the processes have written down about their effects, each with how often it came. */
export function readRecording(folder: string, processes: readonly string[]): RecordedEffect[] {
  return processes.flatMap((process) => {
    const { effects } = sweepFiles(folder, process);
    const lines = existsSync(effects) ? readFileSync(effects, 'utf8').split('\n') : [];
    const times = new Map<string, number>();
    for (const line of lines) {
      const name = nameIn(line);
      if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
    }
    return [...times].map(([name, n]) => ({ process, name, times: n }));
  });
}

/** A killed process may leave half a line. */
function nameIn(line: string): string | undefined {
  try {
    return (JSON.parse(line) as { name: string }).name;
  } catch {
    return undefined;
  }
}
