import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Crashable } from './crashable';
import { freePort } from './free-port';
import type { PostgresAddress } from './guard-protocol';
import type { LocalInfraConfig } from './local-infra.config';
import type { OwnedProcesses } from './owned-processes';
import { postgresBinaries, postgresPackage } from './postgres-binaries';

/** PostgreSQL refuses to run as root; root starts it as this user, who needs no entry in the user list. */
const nobody = 65_534;

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '400',
  shared_buffers: '128MB',
  wal_level: 'logical',
  max_replication_slots: '10',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
};

export interface EmbeddedPlace {
  readonly config: LocalInfraConfig;
  readonly folder: string;
  readonly processes: OwnedProcesses;
  readonly log: (text: string) => void;
}

/** A server that this run has started, and how it is reached. */
export interface Embedded<A> {
  readonly address: A;
  readonly server: Crashable;
}

export async function startEmbeddedPostgres({
  config,
  folder,
  processes,
}: EmbeddedPlace): Promise<Embedded<PostgresAddress>> {
  const binaries = await postgresBinaries(config);
  if (!binaries)
    throw new Error(
      `the npm package ${postgresPackage} is not installed (npm ci installs it where it exists for the platform)`,
    );
  const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const data = join(folder, 'postgres');
  const secret = join(folder, 'postgres-password');
  const password = randomBytes(18).toString('base64url');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (owner.uid) for (const path of [data, secret]) chownSync(path, nobody, nobody);

  const program = (name: string, args: readonly string[]) => ({
    command: join(binaries.folder, 'bin', name),
    args,
    options: { ...owner, cwd: data, env: { LC_ALL: 'C', TZ: 'UTC' } },
    logFile: join(folder, 'postgres.log'),
  });
  await processes.run(
    program('initdb', [
      '-D',
      data,
      '-U',
      'lienthong',
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '-N',
    ]),
  );
  const port = await freePort();
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = await Crashable.start({
    processes,
    start: () =>
      processes.runUntil(
        program('postgres', ['-D', data, ...options]),
        (line) => line.includes('ready to accept connections'),
        60_000,
      ),
    // its number may belong to another process by now, and a new server would then refuse to start
    clear: () => rmSync(join(data, 'postmaster.pid'), { force: true }),
  });
  const adminUrl = `postgres://lienthong:${password}@127.0.0.1:${port}/postgres`;
  return { address: { adminUrl, version: binaries.version, source: 'embedded' }, server };
}
