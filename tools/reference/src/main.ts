import { cwd, stderr, stdout } from 'node:process';
import { referenceFiles } from './reference-files';
import { staleFiles, writeFiles } from './workspace';

/** Writes every derived file, or with `--check` says which ones are out of date. Exit code 1 when something is wrong. */
function main(options: readonly string[]): number {
  const unknown = options.filter((option) => option !== '--check');
  if (unknown.length > 0) return fail([`unknown option ${unknown.join(' ')}; the only one is --check`]);
  const { files, faults } = referenceFiles(cwd());
  if (faults.length > 0) return fail(faults);
  if (options.includes('--check')) {
    const stale = staleFiles(cwd(), files);
    return stale.length === 0 ? 0 : fail(stale.map((path) => `${path} is out of date: run npm run generate`));
  }
  for (const path of writeFiles(cwd(), files)) stdout.write(`wrote ${path}\n`);
  return 0;
}

function fail(faults: readonly string[]): number {
  for (const fault of faults) stderr.write(`${fault}\n`);
  return 1;
}

process.exitCode = main(process.argv.slice(2));
