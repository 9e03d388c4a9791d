import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createKafka } from '@lienthong/messaging';
import { eventually, testInfrastructure } from '@lienthong/testing';
import type { DemoDocument } from '../../tools/demo/src';
import { serviceNames } from '../../tools/local-infra/src';
import { DemoCommand } from './support/demo-command';
import { w2Data } from './support/w2.mother';

async function databasesOf(runId: string): Promise<string[]> {
  const client = new Client({ connectionString: testInfrastructure().postgres });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like $1 union all select rolname from pg_roles where rolname like $1`,
    [`lt_${runId}_%`],
  );
  await client.end();
  return rows.map(({ name }) => name);
}

async function topicsOf(runId: string): Promise<string[]> {
  const admin = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'e2e' }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(`lt.${runId}.`));
  await admin.disconnect();
  return topics;
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
}

describe('the demo command', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-demo-'));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const runs = (): string[] => (existsSync(join(home, 'runs')) ? readdirSync(join(home, 'runs')) : []);

  const expectNothingLeft = async ({ runId, urls }: DemoCommand): Promise<void> => {
    if (!runId) throw new Error('the demo never named its run');
    expect(urls).toHaveLength(serviceNames.length);
    await eventually(async () => (await databasesOf(runId)).length === 0, {
      describe: async () => `left: ${(await databasesOf(runId)).join(', ')}`,
    });
    await eventually(async () => (await topicsOf(runId)).length === 0, {
      describe: async () => `left: ${(await topicsOf(runId)).join(', ')}`,
    });
    for (const url of urls) expect(await answers(url)).toBe(false);
  };

  it('writes one JSON document to stdout, each timeline row complete, and leaves nothing behind', async () => {
    const demo = new DemoCommand(['--json'], home);
    expect(await demo.end()).toBe(0);
    const document = JSON.parse(demo.stdout) as DemoDocument;
    expect(document).toMatchObject({
      version: 1,
      infrastructure: { postgres: { source: 'environment' }, kafka: { source: 'environment' } },
      dossiers: [{ procedure: '1.013831', states: [2, 4, 6, 4, 9, 10], state: 10, stateName: 'Đã trả kết quả' }],
      totals: { dossiers: 1, completed: 1, failed: 0, messages: 18, parked: 0 },
    });
    const [dossier] = document.dossiers;
    expect(dossier?.payments.map(({ amountDong }) => amountDong)).toEqual(['16000000', '4000000']);
    expect(dossier?.timeline).toHaveLength(22);
    for (const row of dossier?.timeline ?? []) {
      const place = {
        topic: expect.any(String) as string,
        partition: expect.any(Number) as number,
        offset: expect.stringMatching(/^\d+$/) as string,
      };
      expect(row).toMatchObject({
        deliveredAt: expect.any(String) as string,
        handledAt: expect.any(String) as string,
        out: place,
        in: place,
      });
    }
    await expectNothingLeft(demo);
    expect(readdirSync(join(home, 'runs'))).toEqual([]);
  });

  it('names every wrong field and option, ends with code 2 and starts nothing', async () => {
    const file = join(home, 'bad.json');
    const data = w2Data();
    writeFileSync(
      file,
      JSON.stringify({ ...data, colour: 'red', sellers: [{ ...data.sellers[0], share: '1/2' }], contract: {} }),
    );
    const demo = new DemoCommand(['--file', file, '--at', 'never', '--fast', '--json'], home);
    expect(await demo.end()).toBe(2);
    for (const path of ['--fast', '--at', 'colour', 'sellers', 'contract.number', 'contract.totalDong'])
      expect(demo.stderr).toContain(`${path}: `);
    expect(demo.stdout).toBe('');
    expect(demo.runId).toBeUndefined();
  });

  it('killed with SIGKILL in the middle, leaves no process, no database and no topic', async () => {
    const demo = new DemoCommand(['--dossiers', '20', '--json'], home);
    await eventually(() => demo.urls.length === serviceNames.length, {
      timeoutMs: 60_000,
      describe: () => `every service ready:\n${demo.stderr}`,
    });
    demo.kill('SIGKILL');
    await demo.end();
    await expectNothingLeft(demo);
  });

  it('stopped by Ctrl-C while the databases are migrated, leaves nothing and runs again at once; an amount that is one đồng off ends that with 1', async () => {
    const before = runs();
    const demo = new DemoCommand(['--json'], home);
    const limits = { timeoutMs: 60_000, describe: () => `a run with databases:\n${demo.stderr}` };
    const runId = await eventually(() => runs().find((run) => !before.includes(run)), limits);
    await eventually(async () => (await databasesOf(runId)).length > 0, limits);
    demo.kill('SIGINT');
    expect(await demo.end()).toBe(130);
    expect(await databasesOf(runId)).toEqual([]);
    const file = join(home, 'w2-one-dong-off.json');
    const payments = [
      { kind: 'personal-income-tax', payer: 'seller', amountDong: '16000001' },
      { kind: 'registration-fee', payer: 'buyer', amountDong: '4000000' },
    ];
    writeFileSync(file, JSON.stringify({ ...w2Data(), expected: { rows: ['W2'], state: 10, payments } }));
    const again = new DemoCommand(['--automatic', '--file', file], home);
    expect(await again.end()).toBe(1);
    expect(again.stdout).toMatch(/✘ not what W2 says:\n.*16\.000\.001 đ, booked did not come out/);
  });

  it('takes its stack to a later day: what was due on 09/09 and is paid on 05/10 has 25 days of interest (W13, F18)', async () => {
    const demo = new DemoCommand(['--scenario', 'late', '--dossiers', '2', '--json'], home);
    const code = await demo.end();
    const { dossiers, verdict } = JSON.parse(demo.stdout) as DemoDocument;
    const failures = dossiers.flatMap(({ failure }) => failure ?? []);
    expect({ code, failures, verdict }).toEqual({
      ...{ code: 0, failures: [], verdict: { rows: ['W13', 'F18'], differences: [] } },
    });
    for (const { payments } of dossiers)
      expect(payments.find(({ kind }) => kind === 'late-interest')).toMatchObject({
        ...{ amountDong: '120000', dueDate: '2026-10-05', paidOn: '2026-10-05', budgetSubItem: '4917' },
      });
  });
});
