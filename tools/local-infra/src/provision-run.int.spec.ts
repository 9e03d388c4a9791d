import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { testInfrastructure } from '@lienthong/testing';
import { type Infrastructure, startInfrastructure } from './infrastructure';
import { readLocalInfraConfig } from './local-infra.config';
import { newRunId, provisionRun, type Run } from './provision-run';
import { checkPostgres, describeKafka } from './reach';

async function connects(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return 'open';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('a run in PostgreSQL and Kafka', () => {
  let infra: Infrastructure;
  let run: Run;
  let home: string;
  beforeAll(async () => {
    const { postgres, kafka } = testInfrastructure();
    const config = { ...readLocalInfraConfig({}), postgresUrl: postgres, kafkaBrokers: kafka };
    infra = await startInfrastructure({ log: () => undefined, config });
    home = mkdtempSync(join(tmpdir(), 'lienthong-home-'));
    run = await provisionRun({ infra, runId: newRunId(), services: ['civil-status', 'collecting-bank'], home });
  });
  afterAll(async () => {
    await run?.drop();
    await infra?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const urls = (): string[] => [...run.databases.values()].flatMap(({ appUrl, migratorUrl }) => [appUrl, migratorUrl]);

  it('has a database for each service with two roles, which may open it', async () => {
    expect(await Promise.all(urls().map(connects))).toEqual(['open', 'open', 'open', 'open']);
  });

  it('lets no role open the database of another service', async () => {
    const [first, second] = [...run.databases.values()];
    for (const url of [first?.appUrl, first?.migratorUrl]) {
      const elsewhere = new URL(url ?? '');
      elsewhere.pathname = `/${second?.name}`;
      expect(await connects(elsewhere.toString())).toBe('42501');
    }
  });

  it('lets the app role change no table', async () => {
    const client = new Client({ connectionString: run.databases.get('civil-status')?.appUrl });
    await client.connect();
    await expect(client.query('create table x (y int)')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('drop table outbox')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('is told from the versions of what it runs on', async () => {
    expect(await checkPostgres(testInfrastructure().postgres)).toMatch(/^18\./);
    expect(await describeKafka(testInfrastructure().kafka)).toBe('4.3');
  });

  it('is refused with a clear text where nothing answers', async () => {
    await expect(checkPostgres('postgres://someone:secret@127.0.0.1:1/x')).rejects.toThrow(
      /PostgreSQL at 127\.0\.0\.1:1\/x: .*ECONNREFUSED/,
    );
    await expect(describeKafka('127.0.0.1:1')).rejects.toThrow(/Kafka at 127\.0\.0\.1:1: .*ECONNREFUSED/);
  });
});
