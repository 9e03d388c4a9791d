import { beginAgain, type BegunAgain, createKafka } from '@lienthong/messaging';
import { defaultPorts } from '@lienthong/service-host';
import { Client } from 'pg';
import type { CliConfig } from '../cli.config';
import { type Terminal, UsageError } from '../terminal';

export interface RestoreOptions {
  readonly service?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

const BUS = 'integration-bus';
const DEFAULT_PREFIX = 'lt.';

/** Prepares the restored database of a stopped member for its next start. */
export async function restoreCommand(config: CliConfig, options: RestoreOptions, terminal: Terminal): Promise<void> {
  const member = memberOf(options.service);
  const { reason, json = false } = options;
  if (!reason) throw new UsageError('--reason is missing: who restored what, and why');
  const { migratorDatabaseUrl, kafkaBrokers, topicPrefix = DEFAULT_PREFIX } = config;
  if (!migratorDatabaseUrl || !kafkaBrokers) {
    throw new UsageError(`MIGRATOR_DATABASE_URL and KAFKA_BROKERS of ${member} are needed (and TOPIC_PREFIX, if set)`);
  }
  const client = new Client({ connectionString: migratorDatabaseUrl });
  await client.connect();
  try {
    const kafka = createKafka({ brokers: kafkaBrokers.split(','), clientId: 'lienthong-restore' });
    const begun = await beginAgain({ kafka, client, member, topicPrefix, reason });
    terminal.out(json ? JSON.stringify({ member, ...begun }) : told(member, begun));
  } finally {
    await client.end();
  }
}

function memberOf(service: string | undefined): string {
  if (!service) throw new UsageError('--service is missing');
  if (service === BUS) throw new UsageError('the bus is restored in another way: docs/runbooks/restored-database.md');
  if (!Object.hasOwn(defaultPorts, service)) throw new UsageError(`there is no member ${service}`);
  return service;
}

function told(member: string, { epoch, openRows, streams }: BegunAgain): string {
  return [
    `${member}: ${streams} streams go on in epoch ${epoch}; ${openRows} open messages go out again first.`,
    `${member} reads its topic from the oldest record at its next start. Start it now.`,
  ].join('\n');
}
