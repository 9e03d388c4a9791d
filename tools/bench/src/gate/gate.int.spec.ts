import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDevelopmentKeys } from '@lienthong/service-host';
import { testInfrastructure } from '@lienthong/testing';
import { Databases } from '../../../crash-sweep/src';
import {
  type Infrastructure,
  newRunId,
  provisionRun,
  readLocalInfraConfig,
  type Run,
  type ServiceName,
  startInfrastructure,
} from '../../../local-infra/src';
import { countMessages } from './counts';
import { messageFaults } from './gate.rules';

const MESSAGES = 1_000;
const ID = `lpad(to_hex(n), 8, '0')::text || '-0000-7000-8000-000000000000'`;

/** A member that wrote to itself, as the tables hold it when all has gone well. */
const LEDGER: readonly { readonly at: ServiceName; readonly sql: string }[] = [
  {
    at: 'collecting-bank',
    sql: `insert into outbox (id, shard, stream, epoch, seq, type, time, dataschema, sender_office, recipients, content_hash,
        salt, payload, accepted_at)
      select (${ID})::uuid, 0, 'document:' || n, 1, 1, 't', '', '', 'head-office', 'collecting-bank/head-office', '', '', '', now()
      from generate_series(1, ${MESSAGES}) n`,
  },
  {
    at: 'collecting-bank',
    sql: `insert into inbox (sender, id, stream, seq, hash, outcome, handled_at)
      select 'collecting-bank', (${ID})::uuid, 'document:' || n, 1, '', 'handled', now() from generate_series(1, ${MESSAGES}) n`,
  },
  {
    at: 'integration-bus',
    sql: `insert into log_entry (log_id, kind, accepted_at, sender, id, verdict, leaf)
      select (${ID})::uuid, 'accepted', now(), 'collecting-bank', (${ID})::uuid, '{}', sha256('x')
      from generate_series(1, ${MESSAGES}) n`,
  },
  {
    at: 'integration-bus',
    sql: `insert into delivery (recipient, stream, epoch, seq, office, log_id, shard, state, outcome, acknowledged_at, ack_log_id)
      select 'collecting-bank', 'document:' || n, 1, 1, 'head-office', (${ID})::uuid, 0, 'acknowledged', 'handled', now(), (${ID})::uuid
      from generate_series(1, ${MESSAGES}) n`,
  },
];

describe('the gate on databases', () => {
  let infra: Infrastructure;
  let run: Run;
  let home: string;
  let databases: Databases;

  beforeAll(async () => {
    const { postgres, kafka } = testInfrastructure();
    const config = { ...readLocalInfraConfig({}), postgresUrl: postgres, kafkaBrokers: kafka };
    infra = await startInfrastructure({ log: () => undefined, config });
    home = mkdtempSync(join(tmpdir(), 'lienthong-home-'));
    await ensureDevelopmentKeys(home);
    const services: ServiceName[] = ['integration-bus', 'collecting-bank'];
    run = await provisionRun({ infra, runId: newRunId(), services, home });
    databases = new Databases({ infra, run });
    for (const { at, sql } of LEDGER) await databases.rows(at, sql);
  });
  afterAll(async () => {
    await databases?.close();
    await run?.drop();
    await infra?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const faults = async (): Promise<string[]> => messageFaults(await countMessages(databases, ['collecting-bank']));

  it('opens when every message went its whole way', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each<[string, ServiceName, string, string, RegExp]>([
    [
      'a message that was not accepted',
      'collecting-bank',
      `update outbox set accepted_at = null where stream = 'document:7'`,
      `update outbox set accepted_at = now() where accepted_at is null`,
      /outbox rows accepted 999, expected 1000/,
    ],
    [
      'a message that was never handled',
      'collecting-bank',
      `update inbox set outcome = 'stashed' where stream = 'document:7'`,
      `update inbox set outcome = 'handled' where stream = 'document:7'`,
      /messages handled 999, expected 1000/,
    ],
    [
      'a delivery without an acknowledgement in the log',
      'integration-bus',
      `update delivery set ack_log_id = null where stream = 'document:7'`,
      `update delivery set ack_log_id = log_id where ack_log_id is null`,
      /acknowledged as handled 999, expected 1000/,
    ],
    [
      'a message without a delivery',
      'collecting-bank',
      `update outbox set recipients = 'tax/x' where stream = 'document:7'`,
      `update outbox set recipients = 'collecting-bank/head-office'`,
      /^tax appears in messages/,
    ],
    [
      'a message that is logged twice',
      'integration-bus',
      `insert into log_entry (log_id, kind, accepted_at, sender, verdict, leaf)
        values (gen_random_uuid(), 'accepted', now(), 'collecting-bank', '{}', sha256('y'))`,
      'select 1',
      /logged at the bus 1001, expected 1000/,
    ],
  ])('stays shut for %s', async (_, service, harm, repair, says) => {
    await databases.rows(service, harm);
    expect(await faults()).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
    await databases.rows(service, repair);
  });
});
