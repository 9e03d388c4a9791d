import { randomBytes } from 'node:crypto';
import type { KafkaAccess } from './guard-protocol';
import { serviceNames } from './services';

/** Super user of a secured broker, and the broker itself. */
export const KAFKA_ADMIN = 'lienthong-admin';
const SCRAM = 'SCRAM-SHA-512';

/** New passwords for a broker that has no data yet. */
export function newKafkaAccess(more: readonly string[] = []): KafkaAccess {
  return {
    admin: { username: KAFKA_ADMIN, password: newPassword() },
    members: Object.fromEntries([...serviceNames, ...more].map((member) => [member, newPassword()])),
  };
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Users that the storage is formatted with; others come later, by `kafka-configs`. */
export function scramArguments({ admin, members }: KafkaAccess): string[] {
  const users = [[admin.username, admin.password] as const, ...Object.entries(members)];
  return users.flatMap(([name, password]) => ['--add-scram', `${SCRAM}=[name=${name},password=${password}]`]);
}

/**
 * What turns an open one-node broker into a secured one: SCRAM for everybody who writes or reads, rights by the
 * StandardAuthorizer (nothing is allowed that was not granted). The controller's listener cannot take its users from the
 * metadata that it serves itself, so there the broker's own password stands in the settings.
 */
export function securedSettings({ admin: { username, password } }: KafkaAccess): Readonly<Record<string, string>> {
  const login = (mechanism: string, more = ''): string =>
    `org.apache.kafka.common.security.${mechanism} required username="${username}" password="${password}"${more};`;
  return {
    'listener.security.protocol.map': 'MEMBERS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT',
    'inter.broker.listener.name': 'MEMBERS',
    'sasl.enabled.mechanisms': SCRAM,
    'sasl.mechanism.inter.broker.protocol': SCRAM,
    'sasl.mechanism.controller.protocol': 'PLAIN',
    'listener.name.members.scram-sha-512.sasl.jaas.config': login('scram.ScramLoginModule'),
    'listener.name.controller.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.controller.plain.sasl.jaas.config': login(
      'plain.PlainLoginModule',
      ` user_${username}="${password}"`,
    ),
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${username}`,
  };
}

/** What Kafka's tools say, without the keys that are made of the passwords. */
export function withoutKeys(text: string): string {
  return text.replaceAll(/UserScramCredentialRecord\([^)]*\)/g, 'UserScramCredentialRecord(…)');
}
