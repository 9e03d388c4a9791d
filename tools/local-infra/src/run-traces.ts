import { Client } from 'pg';
import type { RunTraces } from './guard-protocol';
import { kafkaClient } from './kafka-client';

/** Removes everything that a run made: databases, roles, topics and consumer groups of its prefix. */
export async function removeTraces(traces: RunTraces): Promise<void> {
  const results = await Promise.allSettled([removeDatabases(traces), removeTopics(traces)]);
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0)
    throw new Error(`run ${traces.runId} is not removed: ${failed.map((result) => String(result.reason)).join('; ')}`);
}

async function removeDatabases({ adminUrl, databases, roles }: RunTraces): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const database of databases) await client.query(`DROP DATABASE IF EXISTS ${quoted(database)} WITH (FORCE)`);
    for (const role of roles) await client.query(`DROP ROLE IF EXISTS ${quoted(role)}`);
  } finally {
    await client.end();
  }
}

async function removeTopics({ brokers, kafkaAccess: access, topicPrefix }: RunTraces): Promise<void> {
  const admin = kafkaClient({ brokers, ...(access && { access }) }).admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(topicPrefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const groups = (await admin.listGroups()).groups
      .map(({ groupId }) => groupId)
      .filter((group) => group.startsWith(topicPrefix));
    if (groups.length > 0) await admin.deleteGroups(groups);
  } finally {
    await admin.disconnect();
  }
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
