import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Members that no service of this repository plays: rows of the registry beside those of a fresh installation. */
export interface OutsideMembers {
  readonly members: readonly { readonly code: string }[];
  readonly offices: Rows;
  readonly grants: Rows;
}

/** @throws when the file is not there or lacks a part */
export function readOutsideMembers(file: string): OutsideMembers {
  const given = JSON.parse(readFileSync(file, 'utf8')) as Partial<OutsideMembers>;
  const { members, offices, grants } = given;
  if (!members || !offices || !grants) throw new Error(`${file} must have members, offices and grants`);
  return { members, offices, grants };
}

/** The registry of the repository with these members, in a folder of its own. Returns the folder. */
export function registryWith(outside: OutsideMembers, folder: string): string {
  cpSync(join(repositoryRoot(), 'deploy', 'registry'), folder, { recursive: true });
  for (const part of ['members', 'offices', 'grants'] as const) {
    const file = join(folder, `${part}.json`);
    const rows = JSON.parse(readFileSync(file, 'utf8')) as Rows;
    writeFileSync(file, JSON.stringify([...rows, ...outside[part]]));
  }
  return folder;
}
