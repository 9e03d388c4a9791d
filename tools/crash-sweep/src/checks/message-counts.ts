import type { ServiceName } from '../../../local-infra/src';
import type { Databases } from '../stage/databases';
import type { MessageCount } from './dossiers.rules';

const MESSAGES = `select subject as code, type, count(*)::int as n from outbox where subject is not null group by 1, 2`;

/** What all members have sent about each dossier; a type belongs to one member. */
export async function messageCounts(
  databases: Databases,
  members: readonly ServiceName[],
): Promise<readonly MessageCount[]> {
  const counts = await Promise.all(members.map((member) => databases.rows<MessageCount>(member, MESSAGES)));
  return counts.flat();
}
