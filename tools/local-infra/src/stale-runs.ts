import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const runFolderPrefix = 'lienthong-run-';

/** Folders whose guard was killed itself: what still runs from them is ended, then they are deleted. */
export function sweepStaleRuns(temporaryFolder: string): void {
  for (const name of readdirSync(temporaryFolder).filter((entry) => entry.startsWith(runFolderPrefix))) {
    const folder = join(temporaryFolder, name);
    try {
      const guard = Number(readFileSync(join(folder, 'guard.pid'), 'utf8'));
      if (commandOf(guard).includes('local-infra')) continue;
      for (const pid of leftBehind(folder)) process.kill(pid, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // another user's folder, or one that a guard is making or deleting at this moment
    }
  }
}

function leftBehind(folder: string): number[] {
  const postmaster = join(folder, 'postgres', 'postmaster.pid');
  const candidates = [
    existsSync(postmaster) ? Number(readFileSync(postmaster, 'utf8').split('\n')[0]) : 0,
    existsSync(join(folder, 'kafka.pid')) ? Number(readFileSync(join(folder, 'kafka.pid'), 'utf8')) : 0,
  ];
  return candidates.filter((pid) => pid > 1 && commandOf(pid).includes(folder));
}

/** The command line of a process, empty when there is no such process. */
function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
