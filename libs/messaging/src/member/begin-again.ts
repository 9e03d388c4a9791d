import type { Kafka } from 'kafkajs';
import type { ClientBase } from 'pg';
import { messagingErrors } from '../messaging.errors';
import { refuseWhileConnected } from '../restore/still-connected';

export interface BeginAgainOptions {
  readonly kafka: Kafka;
  /** Connection of the migrator role: the app role may not begin an epoch. */
  readonly client: ClientBase;
  readonly member: string;
  readonly topicPrefix: string;
  /** Kept in the database: who restored what, and why. */
  readonly reason: string;
  /** Time of the backup: the bus is told at the next start, and delivers again what was answered since, also without the broker's records. */
  readonly since?: Date;
}

/** What was begun. */
export interface BegunAgain {
  readonly epoch: number;
  /** Messages of the backup without an answer; they go out again first, and the bus drops those it knows. */
  readonly openRows: number;
  /** Streams that go on at number 1 of the new epoch. */
  readonly streams: number;
}

const UNKNOWN_GROUP = 69;
const NON_EMPTY_GROUP = 68;

/**
 * Prepares a member's database that was restored to an earlier state, before the member starts: its numbers begin a new
 * epoch, since those given after the backup are taken at the bus; and its consumer group forgets its offsets, so that all
 * records the broker still has are read again. The inbox drops what the backup knows.
 * @throws messaging.STILL_RUNNING while an instance is in the group or has a session; nothing is changed then
 */
export async function beginAgain(options: BeginAgainOptions): Promise<BegunAgain> {
  const { kafka, client, member, topicPrefix, reason, since } = options;
  await refuseWhileConnected(client, member);
  await forgetOffsets(kafka, `${topicPrefix}${member}`, member);
  const { rows } = await client.query<{ epoch: number }>('select begin_new_epoch($1) as epoch', [reason]);
  if (since) await client.query('update outgoing_epoch set back_to = $2 where epoch = $1', [rows[0]?.epoch, since]);
  const counted = await client.query<{ openRows: number; streams: number }>(
    `select (select count(*) from outbox where accepted_at is null and rejected_at is null)::int as "openRows",
            (select count(*) from stream_out)::int as streams`,
  );
  return { epoch: rows[0]?.epoch ?? 0, ...(counted.rows[0] ?? { openRows: 0, streams: 0 }) };
}

/**
 * Forgets what a consumer group has read. Only the broker knows surely that nobody reads: it refuses to delete a group
 * with members. @throws messaging.STILL_RUNNING
 */
export async function forgetOffsets(kafka: Kafka, groupId: string, member: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.deleteGroups([groupId]);
  } catch (error) {
    const { groups = [] } = error as { groups?: readonly { errorCode: number; error?: Error }[] };
    const codes = groups.map(({ errorCode }) => errorCode);
    if (codes.includes(NON_EMPTY_GROUP)) throw messagingErrors.STILL_RUNNING({ member }, { cause: error });
    const refused = groups.find(({ errorCode }) => errorCode !== UNKNOWN_GROUP);
    if (codes.length === 0 || refused) throw refused?.error ?? error;
  } finally {
    await admin.disconnect();
  }
}
