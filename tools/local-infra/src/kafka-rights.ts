import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AclEntry, AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import type { KafkaAccess, KafkaAddress } from './guard-protocol';
import { kafkaClient } from './kafka-client';
import { KAFKA_ADMIN } from './secured-kafka';

const BUS = 'integration-bus';

type Right = readonly [AclResourceTypes, name: string, AclOperationTypes, ResourcePatternTypes?];

/** A member writes its own `.out`, reads its own `.in`, in a group of its own; nothing else. */
export function rightsOfMember(member: string, topicPrefix: string): readonly Right[] {
  return [
    [AclResourceTypes.TOPIC, `${topicPrefix}${member}.out`, AclOperationTypes.WRITE],
    [AclResourceTypes.TOPIC, `${topicPrefix}${member}.in`, AclOperationTypes.READ],
    [AclResourceTypes.GROUP, `${topicPrefix}${member}`, AclOperationTypes.READ],
  ];
}

/** The bus makes the topics, reads every `.out` and writes every `.in`; it neither reads what it delivered nor speaks for others. */
export function rightsOfBus(members: readonly string[], topicPrefix: string): readonly Right[] {
  return [
    [AclResourceTypes.TOPIC, topicPrefix, AclOperationTypes.CREATE, ResourcePatternTypes.PREFIXED],
    [AclResourceTypes.TOPIC, topicPrefix, AclOperationTypes.DESCRIBE, ResourcePatternTypes.PREFIXED],
    [AclResourceTypes.GROUP, `${topicPrefix}${BUS}`, AclOperationTypes.READ],
    ...members.flatMap((member): Right[] => [
      [AclResourceTypes.TOPIC, `${topicPrefix}${member}.out`, AclOperationTypes.READ],
      [AclResourceTypes.TOPIC, `${topicPrefix}${member}.in`, AclOperationTypes.WRITE],
    ]),
  ];
}

/** Gives the members of a secured broker their rights, and lays each one's password where only its owner reads it. */
export async function grantMembers(kafka: KafkaAddress, topicPrefix: string, home: string): Promise<void> {
  if (!kafka.access) return;
  const all = Object.entries(kafka.access.members);
  await grantRights(
    kafka,
    topicPrefix,
    all.map(([member]) => member),
  );
  const { username, password: own } = kafka.access.admin;
  for (const [user, password] of [[username, own] as const, ...all]) keepPassword(home, user, password);
}

/** The rights of these members and, to their topics, of the bus; doing it again changes nothing. */
export async function grantRights(kafka: KafkaAddress, topicPrefix: string, all: readonly string[]): Promise<void> {
  const members = all.filter((member) => member !== BUS);
  await grant(kafka, [
    ...members.flatMap((member) => entriesOf(member, rightsOfMember(member, topicPrefix))),
    ...entriesOf(BUS, rightsOfBus(members, topicPrefix)),
  ]);
}

/** The super user of a secured broker that another process started from this home. */
export function keptKafkaAccess(home: string): KafkaAccess {
  const password = readFileSync(passwordFile(home, KAFKA_ADMIN), 'utf8');
  return { admin: { username: KAFKA_ADMIN, password }, members: {} };
}

/** Where a member finds its password for the broker. */
export function passwordFile(home: string, member: string): string {
  return join(home, 'kafka', `${member}.password`);
}

export function keepPassword(home: string, member: string, password: string): void {
  const file = passwordFile(home, member);
  mkdirSync(join(home, 'kafka'), { recursive: true, mode: 0o700 });
  writeFileSync(file, password, { mode: 0o600, flag: existsSync(file) ? 'w' : 'wx' });
}

function entriesOf(member: string, rights: readonly Right[]): AclEntry[] {
  return rights.map(([resourceType, resourceName, operation, pattern = ResourcePatternTypes.LITERAL]) => ({
    ...{ resourceType, resourceName, operation, resourcePatternType: pattern },
    ...{ principal: `User:${member}`, host: '*', permissionType: AclPermissionTypes.ALLOW },
  }));
}

async function grant(kafka: KafkaAddress, acl: AclEntry[]): Promise<void> {
  const admin = kafkaClient(kafka).admin();
  await admin.connect();
  try {
    await admin.createAcls({ acl });
  } finally {
    await admin.disconnect();
  }
}
