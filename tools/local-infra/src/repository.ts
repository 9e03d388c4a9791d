import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the working tree, found from the compiled file as well as from its source. */
export function repositoryRoot(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package-lock.json')) && existsSync(join(folder, 'node_modules'))) return folder;
  }
  throw new Error(`no package-lock.json with node_modules above ${__dirname}: run npm ci first`);
}
