import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { messageOf, RejectedV1, ResendWantedV1 } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import type { WireRecord } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { eventually, withClient } from '@lienthong/testing';
import { AnswerSender } from '../src/exchange/answer-sender';
import { GapWatch } from '../src/exchange/gap-watch';
import { HeldWords } from '../src/exchange/held-words';
import { IntegrationBusConfig } from '../src/integration-bus.config';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { TopicListener } from './topic-listener.mother';

interface Alarm {
  readonly alarm?: boolean;
  readonly stream?: string;
}

describe('a gap in the stream of a sender', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let number = 0;
  let laterByMs = 0;

  beforeAll(async () => {
    bus = await SpecBus.start({ ASK_AGAIN_MS: '200', GAP_ALARM_MS: '60000' });
    topics = await TopicListener.start(bus.topicPrefix, ['tax']);
    jest.spyOn(bus.running.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + laterByMs));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await topics.stop();
    await bus.stop();
  });

  const notices = (dossierCode: string, ...sequences: readonly number[]): WireRecord[] =>
    bus.member('tax').notices(sequences.map((sequence) => ({ dossierCode, sequence })));
  const told = (of: new () => object, dossierCode: string): number =>
    topics.at(
      'tax',
      ({ headers, value }) =>
        headers.ce_type === messageOf(of as never).type && value.includes(`"dossier:${dossierCode}"`),
    ).length;
  /** The watch looks again and again: it asks the sender at each look. */
  const severalLooks = async (dossierCode: string): Promise<void> => {
    const before = told(ResendWantedV1, dossierCode);
    await eventually(() => told(ResendWantedV1, dossierCode) >= before + 3, { describe: 'three looks for gaps' });
  };
  const streamOf = async (dossierCode: string): Promise<{ last_in: number; stashed: number; alarmed: boolean }> => {
    const rows = await bus.rows<{ last_in: number; stashed: number; alarmed: boolean }>(
      'select last_in::int, stashed, alarmed_at is not null as alarmed from stream_in where key = $1',
      [`tax|dossier:${dossierCode}`],
    );
    return rows[0] ?? { last_in: 0, stashed: 0, alarmed: false };
  };
  const aDossier = (): string => dossier((number += 1));

  it('raises an alarm once it is older than a minute, then once a minute while it stands, and is quiet when closed', async () => {
    const dossierCode = aDossier();
    const stream = `dossier:${dossierCode}`;
    const log = jest.spyOn(Logger.prototype, 'error');
    const alarms = (): Alarm[] =>
      log.mock.calls.map(([facts]) => facts as Alarm).filter((facts) => facts.alarm && facts.stream === stream);
    const [one, two, three] = notices(dossierCode, 1, 2, 3);
    await bus.exchange.process([one, three] as WireRecord[]);
    laterByMs += 30_000;
    await severalLooks(dossierCode);
    expect(alarms()).toEqual([]);
    laterByMs += 31_000;
    await eventually(() => alarms().length === 1, { describe: 'the alarm' });
    await severalLooks(dossierCode);
    expect(alarms()).toMatchObject([{ sender: 'tax', epoch: 1, missing: 2, waiting: 1 }]);
    laterByMs += 61_000;
    await eventually(() => alarms().length === 2, { describe: 'the second alarm' });
    await severalLooks(dossierCode);
    expect(alarms()).toHaveLength(2);
    await bus.exchange.process([two] as WireRecord[]);
    expect(await streamOf(dossierCode)).toEqual({ last_in: 3, stashed: 0, alarmed: false });
    log.mockRestore();
  });

  it('is counted with its age, and so is what waits behind it, until it closes', async () => {
    const dossierCode = aDossier();
    const [one, two, ...later] = notices(dossierCode, 1, 2, 3, 4);
    await bus.exchange.process([one, ...later] as WireRecord[]);
    laterByMs += 30_000;
    const figure = async (name: string): Promise<number> => {
      const { body } = await (await bus.api('monitor')).get<string>('/metrics');
      return Number(new RegExp(`^lienthong_bus_${name}\\{[^}]*\\} (\\S+)$`, 'm').exec(body)?.[1]);
    };
    await eventually(async () => (await figure('gaps')) === 1, { describe: 'one gap' });
    expect(await figure('stashed_messages')).toBe(2);
    expect(await figure('gap_oldest_seconds')).toBeGreaterThanOrEqual(30);
    await bus.exchange.process([two] as WireRecord[]);
    await eventually(async () => (await figure('gaps')) === 0, { describe: 'no gap' });
    expect([await figure('stashed_messages'), await figure('gap_oldest_seconds')]).toEqual([0, 0]);
  });

  it('is looked for by one look at a time while the database hangs, and a stop waits for that one alone', async () => {
    const { app } = bus.running;
    const database = app.get(Database);
    const looks = { count: 0 };
    const counted = Object.create(database) as Database;
    counted.client = () => {
      looks.count += 1;
      return database.client();
    };
    const config = Object.assign(new IntegrationBusConfig(), app.get(IntegrationBusConfig), { askAgainMs: 50 });
    const watch = new GapWatch(counted, app.get(AnswerSender), app.get(HeldWords), app.get(Clock), config);
    await withClient(bus.database.migratorUrl, async (client) => {
      await client.query('begin; lock table stream_in in access exclusive mode');
      await watch.start();
      await eventually(() => looks.count > 0, { describe: 'a look' });
      await delay(1_000);
      const stopped = watch.stop();
      await client.query('rollback');
      await stopped;
    });
    expect(looks.count).toBe(1);
  });

  describe('behind which a message waits that cannot be written', () => {
    /** The database itself refuses the entry of this message; `kinds` says in which form. */
    const refuse = (id: string, kinds: readonly string[]): Promise<unknown> =>
      withClient(bus.database.migratorUrl, async (client) => {
        await client.query(`
          create or replace function refuse_in_spec() returns trigger language plpgsql as $body$
          begin
            if new.id::text = tg_argv[0] and tg_argv[1] like '%' || new.kind || '%' then
              raise exception 'refused by the spec' using errcode = '22P02';
            end if;
            return new;
          end $body$;
          drop trigger if exists refuse_in_spec on log_entry;
          create trigger refuse_in_spec before insert on log_entry for each row
            execute function refuse_in_spec('${id}', '${kinds.join()}')`);
      });
    const verdictsOf = (dossierCode: string): Promise<{ id: string; kind: string; code: string | null }[]> =>
      bus.rows("select id, kind, verdict ->> 'code' as code from log_entry where subject = $1 order by log_id", [
        dossierCode,
      ]);

    it('closes by the message that was missing, which is not blamed for it; what cannot be written is refused', async () => {
      const dossierCode = aDossier();
      const records = notices(dossierCode, 1, 2, 3, 4);
      const ids = records.map(({ headers }) => String(headers.ce_id));
      await refuse(ids[2] ?? '', ['accepted']);
      await bus.exchange.process([records[0], records[2], records[3]] as WireRecord[]);
      await bus.exchange.process([records[1]] as WireRecord[]);
      expect(await verdictsOf(dossierCode)).toEqual([
        { id: ids[0], kind: 'accepted', code: null },
        { id: ids[1], kind: 'accepted', code: null },
        { id: ids[2], kind: 'rejected', code: 'integration-bus.UNSTORABLE' },
        { id: ids[3], kind: 'accepted', code: null },
      ]);
      expect(await streamOf(dossierCode)).toMatchObject({ last_in: 4, stashed: 0 });
      await eventually(() => told(RejectedV1, dossierCode) === 1, { describe: 'the refusal' });
    });

    it('keeps the place of a message of which nothing can be written, and goes on without it', async () => {
      const dossierCode = aDossier();
      const records = notices(dossierCode, 1, 2, 3).map((record, i) => ({ ...record, offset: String(70_001 + i) }));
      await refuse(String(records[1]?.headers.ce_id), ['accepted', 'rejected']);
      await bus.exchange.process([records[0], records[2]] as WireRecord[]);
      await bus.exchange.process([records[1]] as WireRecord[]);
      const bare = await bus.rows(
        "select verdict ->> 'code' as code, id from log_entry where content ->> 'offset' = $1",
        ['70002'],
      );
      expect(bare).toEqual([{ code: 'integration-bus.UNSTORABLE', id: null }]);
      expect(await streamOf(dossierCode)).toMatchObject({ last_in: 1, stashed: 1 });
    });
  });
});
