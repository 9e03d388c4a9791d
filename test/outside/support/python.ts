import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment, readLocalInfraConfig, repositoryRoot } from '../../../tools/local-infra/src';

const run = promisify(execFile);
const examples = join(repositoryRoot(), 'docs', 'examples', 'python');

export interface Ended {
  readonly code: number;
  /** The one JSON document that a member prints. */
  readonly said: { readonly asked?: string; readonly answer?: string | null; readonly told?: readonly Told[] };
  readonly complained: string;
}

export interface Told {
  readonly dossierCode: string;
  readonly outcome: string;
  readonly state?: number;
}

/**
 * Python with the packages of `requirements.txt`, each by its hash, in a virtual environment of the project's cache folder.
 * @throws when Python 3.10 or newer is not there, or a package is not to be had
 */
export async function pythonWithPackages(): Promise<string> {
  const requirements = join(examples, 'requirements.txt');
  const tag = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(readLocalInfraConfig().cacheFolder, `python-${tag}`);
  const python = join(folder, 'bin', 'python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return python;
  await run('python3', ['-c', 'import sys; assert sys.version_info >= (3, 10), sys.version']).catch((error: Error) => {
    throw new Error(`Python 3.10 or newer is needed as python3: ${error.message}`);
  });
  await run('python3', ['-m', 'venv', '--clear', folder]);
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
  await run(python, ['-m', 'pip', 'install', ...quiet, '--require-hashes', '-r', requirements]);
  await run('touch', [complete]);
  return python;
}

/** Runs a member to its end; `within` puts a command before it, such as one that enters a network namespace. */
export function runMember(python: string, { script, args, env, within = [] }: MemberRun): Promise<Ended> {
  const [command = python, ...rest] = [...within, python, join(examples, script), ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: childEnvironment(env) });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const document = said.trim().split('\n').at(-1) ?? '';
      resolve({ code: code ?? -1, said: document.startsWith('{') ? (JSON.parse(document) as object) : {}, complained });
    });
  });
}

export interface MemberRun {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly within?: readonly string[];
}
