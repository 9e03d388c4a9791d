import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes a folder whole or not at all: it is filled under a temporary name and renamed. Of several first runs at
 * once one wins, the others throw their copy away. A folder that exists is never written again.
 */
export async function fillOnce(folder: string, fill: (temporary: string) => Promise<void> | void): Promise<string> {
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}.new-`);
  try {
    await fill(temporary);
    chmodSync(temporary, 0o755);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Whether a user without any right of ours may walk down to the folder (or to the part of it that exists). */
export function enterableByEveryone(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** The user's cache, or for root, whose PostgreSQL runs as another user, a cache that this other user can enter. */
export function sharedCacheFolder(cacheFolder: string, temporaryFolder: string, isRoot: boolean): string {
  if (!isRoot || enterableByEveryone(cacheFolder)) return cacheFolder;
  const folder = join(temporaryFolder, 'lienthong-cache-0');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (statSync(folder).uid !== 0)
    throw new Error(
      `${folder} belongs to another user; set LIENTHONG_CACHE to a folder of root that every user can enter`,
    );
  return folder;
}
