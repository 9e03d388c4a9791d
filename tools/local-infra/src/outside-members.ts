import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KafkaAddress } from './guard-protocol';
import { passwordFile } from './kafka-rights';
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

export interface OutsideWorld {
  readonly home: string;
  readonly busUrl: string;
  readonly kafka: KafkaAddress;
  readonly topicPrefix: string;
  readonly clockOffsetMs: number;
}

/** What a member that somebody plays is told of a running stack; a password is told by the file that holds it. */
export function outsideEnvironment(member: string, world: OutsideWorld): Readonly<Record<string, string>> {
  const { home, busUrl, kafka, topicPrefix, clockOffsetMs } = world;
  return {
    MEMBER: member,
    KEY_FILE: join(home, 'keys', `${member}.jwk.json`),
    BUS_URL: busUrl,
    CLOCK_OFFSET_MS: String(Math.round(clockOffsetMs)),
    KAFKA_BROKERS: kafka.brokers,
    ...(kafka.access && { KAFKA_PASSWORD_FILE: passwordFile(home, member) }),
    TOPIC_PREFIX: topicPrefix,
  };
}

/** Lays it beside the keys, to be read by a shell: `<home>/outside/<member>.env`. Returns the files. */
export function writeOutsideEnvironments(members: readonly string[], world: OutsideWorld): readonly string[] {
  const folder = join(world.home, 'outside');
  mkdirSync(folder, { recursive: true });
  return members.map((member) => {
    const file = join(folder, `${member}.env`);
    const lines = Object.entries(outsideEnvironment(member, world)).map(([name, value]) => `${name}='${value}'\n`);
    writeFileSync(file, lines.join(''));
    return file;
  });
}
