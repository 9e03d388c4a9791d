import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafka, createProducer, ensureTopics, GatheringConsumer } from '@lienthong/messaging';
import { eventually, testInfrastructure } from '@lienthong/testing';
import { Client, Pool, Query } from 'pg';
import { wrapAnswers } from './wrap-answers';
import { wrapBroker } from './wrap-broker';
import { readHandlings, witnessOf } from './witness';
import { wrapDatabase } from './wrap-database';

const prefix = `sweep-${Date.now()}.`;
const topic = `${prefix}tax.in`;

/** With the columns of the inbox, as its last write has them. */
const MARK = `with v as (select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[])
  as v(sender, id, stream, seq, outcome)) insert into inbox select * from v`;
const markOf = (id: string): unknown[] => [['intake'], [id], ['dossier:1'], [1], ['handled']];

describe('the wrapped clients', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-sweep-'));
  const handlings = join(folder, 'handlings.jsonl');
  afterAll(() => rmSync(folder, { recursive: true }));
  let told: string[] = [];
  const heard = (text: string): readonly string[] => told.filter((line) => line.includes(text)).map(withoutHash);

  beforeAll(() => {
    const observe = (name: string, when: string): void => void told.push(`${when} ${name}`);
    wrapDatabase(observe, witnessOf(handlings));
    wrapBroker(observe, prefix);
    wrapAnswers(observe);
  });
  beforeEach(() => (told = []));

  it('tell of every statement, however it was asked for: promise, callback, submitted, pooled', async () => {
    const client = new Client({ connectionString: testInfrastructure().postgres });
    await client.connect();
    await client.query('select 1 as by_promise');
    await client.query({ text: 'select $1::int as by_config', values: [1] });
    await new Promise((resolve) => client.query('select 2 as by_callback', resolve));
    await new Promise((resolve) => client.query('select $1::int as by_values', [1], resolve));
    await new Promise((resolve) => client.query(new Query('select 3 as submitted').once('end', resolve)));
    await client.end();
    const pool = new Pool({ connectionString: testInfrastructure().postgres });
    await pool.query('select 4 as pooled');
    await pool.end();
    for (const form of ['by_promise', 'by_config', 'by_callback', 'by_values', 'submitted', 'pooled'])
      expect(heard(form)).toEqual([expect.stringMatching(/^before sql/), expect.stringMatching(/^after sql/)]);
  });

  it('tell nothing after a statement that failed', async () => {
    const client = new Client({ connectionString: testInfrastructure().postgres });
    await client.connect();
    await expect(client.query('select no_such_column')).rejects.toThrow('no_such_column');
    await client.end();
    expect(heard('no_such_column')).toEqual(['before sql select no_such_column']);
  });

  it('tell of a handling once the server has committed it, not when it rolled back instead', async () => {
    const client = new Client({ connectionString: testInfrastructure().postgres });
    await client.connect();
    await client.query(
      'create temp table inbox (sender text, id text primary key, stream text, seq bigint, outcome text)',
    );
    await client.query('begin');
    await client.query(MARK, markOf('m1'));
    expect(readHandlings(handlings)).toEqual([]);
    await client.query('commit');
    await client.query('begin');
    await client.query(MARK, markOf('m2'));
    await expect(client.query(MARK, markOf('m1'))).rejects.toThrow('duplicate key');
    expect((await client.query('commit')).command).toBe('ROLLBACK');
    await client.end();
    expect(readHandlings(handlings)).toMatchObject([{ sender: 'intake', id: 'm1', seq: 1, outcome: 'handled' }]);
  });

  it('tell of every record produced, by topic and type, and of every commit of offsets', async () => {
    const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'sweep' });
    await ensureTopics(kafka, [topic], { partitions: 1 });
    const producer = createProducer(kafka);
    await producer.connect();
    const headers = { ce_type: 'vn.lienthong.intake.dossier-forwarded.v1' };
    await producer.send({
      topic,
      messages: [
        { key: 'a', value: 'x', headers },
        { key: 'a', value: 'y', headers },
      ],
    });
    await producer.disconnect();
    expect(told).toEqual(['before', 'after'].map((when) => `${when} produce tax.in intake.dossier-forwarded.v1`));

    const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const process = (): Promise<void> => Promise.resolve();
    const consumer = new GatheringConsumer({
      kafka,
      groupId: `${prefix}g`,
      topics: [topic],
      maxBatch: 10,
      process,
      logger,
    });
    await consumer.start();
    await eventually(() => heard('offset-commit').length >= 2, { describe: 'an offset commit' });
    await consumer.stop();
    expect(heard('offset-commit').slice(0, 2)).toEqual(['before offset-commit tax.in', 'after offset-commit tax.in']);
  });

  it('tell of answers over HTTP by their route, and not of those to probes', async () => {
    const server = createServer((request, response) => {
      Object.assign(request, { route: { path: request.url === '/health/live' ? '/health/live' : '/dossiers/:code' } });
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    for (const path of ['/dossiers/H19', '/health/live']) await ended(`http://127.0.0.1:${port}${path}`);
    await new Promise((resolve) => server.close(resolve));
    expect(told).toEqual(['before http GET /dossiers/:code 200', 'after http GET /dossiers/:code 200']);
  });
});

function ended(url: string): Promise<void> {
  return new Promise((resolve) => get(url, (answer) => answer.resume().once('end', resolve)));
}

function withoutHash(line: string): string {
  return line.replaceAll(/ [#~][0-9a-f]{6}/g, '');
}
