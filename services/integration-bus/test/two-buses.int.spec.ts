import { type AcknowledgedMessage } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { Relay, type WireRecord } from '@lienthong/messaging';
import { eventually, sizeOf, withClient } from '@lienthong/testing';
import { DeliveryRelay } from '../src/deliveries/delivery-relay';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { type Seen, TopicListener } from './topic-listener.mother';

const STREAMS = 12;
const MOST_ANSWERS = 400;
const ANSWERS_EVERY = 100;
/** Of each stream so many are asked for again. */
const LAST = 25;

const WAITS_FOR_LEAD = `
select 1 from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;

const CUT_LEADER = `
select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a using (pid)
where l.locktype = 'advisory' and l.granted and a.application_name = 'integration-bus:leader'
  and a.datname = current_database()`;

/** Connections made since an instant that have asked to lead and were refused; then they gave back what they got, or pinged. */
const ASKED_SINCE = `
select 1 from pg_stat_activity a
where a.application_name = 'integration-bus:leader' and a.datname = current_database() and a.backend_start > $1
  and (a.query like '%advisory%' or a.query = 'select 1') and a.state = 'idle'`;

/** Promises 5 and 11. */
describe('two instances of the bus on one database', () => {
  let first: SpecBus;
  let second: SpecBus;
  let topics: TopicListener;
  let nextStream = 0;

  beforeAll(async () => {
    first = await SpecBus.start({ REDELIVER_AFTER_MS: '2000', IN_FLIGHT_PER_RECIPIENT: '5000' });
    second = await first.another();
    topics = await TopicListener.start(first.topicPrefix, ['land-registry']);
  });
  afterAll(async () => {
    await topics.stop();
    await second.running.stop();
    await first.stop();
  });

  const streams = (): string[] => Array.from({ length: STREAMS }, () => dossier((nextStream += 1)));
  const delivered = (dossierCode: string): Seen[] => topics.inStream('land-registry', `dossier:${dossierCode}`);
  /** The numbers of a stream in the order in which each appeared first. */
  const firstAppearances = (dossierCode: string): number[] => [
    ...new Set(delivered(dossierCode).map(({ headers }) => Number(headers.ce_deliverysequence))),
  ];
  const answered = new Set<string>();
  /** The recipient answers what it has seen: without room in flight nothing more would come. */
  const answerSeen = async (codes: readonly string[]): Promise<void> => {
    const fresh = codes.flatMap(delivered).filter(({ headers }) => !answered.has(headers.ce_logid ?? ''));
    for (const { headers } of fresh) answered.add(headers.ce_logid ?? '');
    for (let at = 0; at < fresh.length; at += MOST_ANSWERS)
      await first.exchange.process(
        first.member('land-registry').acknowledgement(fresh.slice(at, at + MOST_ANSWERS).map(handled)),
      );
  };
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
  const deadlocks = async (): Promise<number> => {
    const [row] = await withClient(first.database.migratorUrl, async (client) => {
      await client.query('select pg_stat_clear_snapshot()');
      const found = await client.query<{ n: string }>(
        'select deadlocks as n from pg_stat_database where datname = current_database()',
      );
      return found.rows;
    });
    return Number(row?.n);
  };
  /** Every row of a counter takes its time, so that two transactions that lock in different orders would surely meet. */
  const slowDownLocks = (): Promise<unknown> =>
    withClient(first.database.migratorUrl, (client) =>
      client.query(`
        create function slowed_in_spec() returns trigger language plpgsql as $body$
        begin perform pg_sleep(0.002); return new; end $body$;
        create trigger slowed before insert on stream_in for each row execute function slowed_in_spec();
        create trigger slowed before insert on stream_out for each row execute function slowed_in_spec()`),
    );
  const leader = (): SpecBus | undefined => [first, second].find((bus) => bus.running.app.get(DeliveryRelay).isLeader);
  /** The connection that leads is cut, and kept from leading until it has asked in vain once: the other leads next. */
  const takeOver = async (): Promise<void> => {
    const led = await eventually(leader, { describe: 'a leader' });
    while (leader() === led) {
      await withClient(first.database.appUrl, async (client) => {
        const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
        const held = client.query("select pg_advisory_lock(hashtext('delivery'), 0)");
        const isThere = async (sql: string, ...params: unknown[]): Promise<boolean> =>
          (await first.rows(sql, params)).length > 0;
        await eventually(() => isThere(WAITS_FOR_LEAD), { describe: 'the queue for the lock' });
        await first.rows(CUT_LEADER);
        await held;
        await eventually(() => isThere(ASKED_SINCE, rows[0]?.at), { describe: 'the old leader to ask in vain' });
      });
      await eventually(leader, { describe: 'the next leader' });
    }
  };

  it('let each number of a stream appear first in order, while their relays take over from each other', async () => {
    // One instance does not hear in time what the other has committed: only the numbers themselves keep the order.
    const deaf = jest.spyOn(Relay.prototype, 'wake').mockReturnValue(undefined);
    const codes = streams();
    const rounds = Math.ceil(sizeOf('sharedMessages') / STREAMS);
    const led = new Set<SpecBus>();
    for (const sequence of upTo(rounds)) {
      const bus = sequence % 2 === 0 ? first : second;
      const tax = bus.member('tax');
      await bus.exchange.process(tax.notices(codes.map((dossierCode) => ({ dossierCode, sequence }))));
      const leads = leader();
      if (leads) led.add(leads);
      if (sequence % Math.ceil(rounds / 3) === 0) await takeOver();
      if (sequence % ANSWERS_EVERY === 0) await answerSeen(codes);
    }
    for (const code of codes) {
      const isComplete = async (): Promise<boolean> => {
        await answerSeen(codes);
        return firstAppearances(code).length === rounds;
      };
      await eventually(isComplete, {
        timeoutMs: 60_000,
        describe: () => `${rounds} numbers of ${code}, seen ${firstAppearances(code).join()}`,
      });
      expect(firstAppearances(code)).toEqual(upTo(rounds));
    }
    expect(led.size).toBe(2);
    deaf.mockRestore();
  });

  it('exchange messages, answers and requests of the same streams at once without a deadlock, gap or double', async () => {
    const codes = streams();
    const rounds = Math.ceil(sizeOf('sharedMessages') / STREAMS / 5) * 5;
    const before = await deadlocks();
    await slowDownLocks();
    const tax = first.member('tax');
    const land = first.member('land-registry');
    for (let start = 1; start <= rounds; start += 5) {
      const records = tax.notices(
        codes.flatMap((dossierCode) => [0, 1, 2, 3, 4].map((i) => ({ dossierCode, sequence: start + i }))),
      );
      const seen = codes.flatMap((code) => delivered(code)).slice(-MOST_ANSWERS);
      const answers = seen.length > 0 ? land.acknowledgement(seen.map(handled)) : [];
      const ranges = codes.map((code) => ({
        stream: `dossier:${code}`,
        epoch: 1,
        from: Math.max(1, start - LAST),
        to: start,
      }));
      const [forwards, backwards] = [
        [...records, ...answers, ...land.resendWanted(ranges)],
        [...land.resendWanted([...ranges].reverse()), ...answers, ...byStreamBackwards(records)],
      ];
      await Promise.all([settled(first, forwards), settled(second, backwards)]);
    }
    for (const code of codes) {
      const rows = await first.rows<{ seq: number }>('select seq::int from delivery where stream = $1 order by seq', [
        `dossier:${code}`,
      ]);
      expect(rows.map(({ seq }) => seq)).toEqual(upTo(rounds));
    }
    const entries = await first.rows<{ n: number }>(
      "select count(*)::int as n from log_entry where kind = 'accepted' and subject = any($1)",
      [codes],
    );
    expect(entries).toEqual([{ n: codes.length * rounds }]);
    expect(await deadlocks()).toBe(before);
  });
});

/** As the consumer does: what met a row that the other instance wrote meanwhile comes again. */
async function settled(bus: SpecBus, records: readonly WireRecord[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bus.exchange.process(records, attempt);
    } catch (error) {
      if ((error as { code?: string }).code !== '23505' || attempt > 8) throw error;
    }
  }
}

/** The streams in the opposite order, each with its messages in order. */
function byStreamBackwards(records: readonly WireRecord[]): WireRecord[] {
  const keys = [...new Set(records.map(({ key }) => key))].reverse();
  return keys.flatMap((key) => records.filter((record) => record.key === key));
}

function handled({ headers }: Seen): AcknowledgedMessage {
  return {
    ...{ logId: headers.ce_logid ?? '', sender: 'tax', id: headers.ce_id ?? '', stream: headers.ce_partitionkey ?? '' },
    ...{ deliverySequence: Number(headers.ce_deliverysequence), outcome: 'handled', at: instantText(new Date()) },
  };
}
