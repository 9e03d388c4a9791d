import { instantText } from '@lienthong/kernel';
import { beginAgain, type BegunAgain, forgetOffsets, refuseWhileConnected } from '@lienthong/messaging';
import { defaultPorts } from '@lienthong/service-host';
import { Client } from 'pg';
import { brokerOf, explainBroker } from '../broker';
import type { CliConfig } from '../cli.config';
import { findStack } from '../stack-file';
import { type Terminal, UsageError } from '../terminal';

export interface RestoreOptions {
  readonly service?: string;
  readonly reason?: string;
  readonly since?: string;
  readonly json?: boolean;
}

interface Restoring {
  readonly service: string;
  readonly topicPrefix: string;
  readonly reason: string;
  readonly since?: Date;
  readonly kafka: ReturnType<typeof brokerOf>;
  readonly client: Client;
}

const BUS = 'integration-bus';
const DEFAULT_PREFIX = 'lt.';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Prepares the restored database of a stopped service, a member or the bus, for its next start. */
export async function restoreCommand(config: CliConfig, options: RestoreOptions, terminal: Terminal): Promise<void> {
  const service = serviceOf(options.service);
  const { reason, json = false } = options;
  if (!reason) throw new UsageError('--reason is missing: who restored what, and why');
  const since = sinceOf(config, service, options.since);
  const { migratorDatabaseUrl, kafkaBrokers, topicPrefix = DEFAULT_PREFIX } = config;
  if (!migratorDatabaseUrl || !kafkaBrokers) {
    throw new UsageError(`MIGRATOR_DATABASE_URL and KAFKA_BROKERS of ${service} are needed (and TOPIC_PREFIX, if set)`);
  }
  const kafka = brokerOf(config, kafkaBrokers);
  const client = new Client({ connectionString: migratorDatabaseUrl });
  await client.connect();
  try {
    const restoring = { service, topicPrefix, reason, kafka, client, ...(since ? { since } : {}) };
    const [document, text] = service === BUS ? await restoreBus(restoring) : await restoreMember(restoring);
    terminal.out(json ? JSON.stringify(document) : text);
  } catch (error) {
    throw explainBroker(error);
  } finally {
    await client.end();
  }
}

async function restoreMember(restoring: Restoring): Promise<[object, string]> {
  const { service: member, kafka, client, topicPrefix, reason, since } = restoring;
  const begun = await beginAgain({ kafka, client, member, topicPrefix, reason, ...(since ? { since } : {}) });
  return [{ member, ...begun, ...(since ? { since } : {}) }, memberText(member, begun, since)];
}

/** The bus does the rest at its next start: only it can write its log. */
async function restoreBus({ kafka, client, topicPrefix, reason, since }: Restoring): Promise<[object, string]> {
  await refuseWhileConnected(client, BUS);
  await forgetOffsets(kafka, `${topicPrefix}${BUS}`, BUS);
  await client.query('insert into restoration (back_to, reason) values ($1, $2)', [since, reason]);
  const text = [
    `${BUS}: at its next start all delivery numbers begin a new epoch, it reads the members' topics from the oldest record,`,
    `and the members send again what it had answered since ${since && instantText(since)}. Set another LOG_ORIGIN and start it now.`,
  ].join('\n');
  return [{ service: BUS, since }, text];
}

function serviceOf(service: string | undefined): string {
  if (!service) throw new UsageError('--service is missing');
  if (!Object.hasOwn(defaultPorts, service)) throw new UsageError(`there is no member ${service}`);
  return service;
}

function sinceOf(config: CliConfig, service: string, text: string | undefined): Date | undefined {
  if (text === undefined) {
    if (service === BUS) throw new UsageError('--since is missing: the time of the backup');
    return undefined;
  }
  const at = new Date(text);
  if (!INSTANT.test(text) || Number.isNaN(at.getTime())) {
    throw new UsageError(`--since ${text} is no instant; 2026-08-03T02:00+07:00 is meant`);
  }
  if (at.getTime() > Date.now() + (findStack(config)?.clockOffsetMs ?? 0)) {
    throw new UsageError(`--since ${text} lies ahead; the time of the backup is meant`);
  }
  return at;
}

function memberText(member: string, { epoch, openRows, streams }: BegunAgain, since: Date | undefined): string {
  const asks = `The bus delivers again what it answered since ${since && instantText(since)}; what the backup knows is dropped.`;
  return [
    `${member}: ${streams} streams go on in epoch ${epoch}; ${openRows} open messages go out again first.`,
    `${member} reads its topic from the oldest record at its next start. Start it now.`,
    ...(since ? [asks] : []),
  ].join('\n');
}
