import { messageOf, RejectedV1 } from '@lienthong/envelope';
import { Clock, FixedClock, newId } from '@lienthong/kernel';
import type { WireRecord } from '@lienthong/messaging';
import { eventually } from '@lienthong/testing';
import { PartitionKeeper } from '../src/log/partition-keeper';
import { SpecBus } from './bus.mother';
import { dossier, type NoticeWish } from './member.mother';
import { TopicListener } from './topic-listener.mother';

const DAY_MS = 86_400_000;
const WINDOW_MS = 90 * DAY_MS;

/** Promises 4 and 14. The Clock only goes forward here, since ids of one clock always rise. */
describe('a message that comes again', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let number = 0;
  let laterByMs = 0;

  beforeAll(async () => {
    bus = await SpecBus.start();
    topics = await TopicListener.start(bus.topicPrefix, ['tax', 'land-registry']);
    jest.spyOn(clock(), 'now').mockImplementation(() => new Date(Date.now() + laterByMs));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await topics.stop();
    await bus.stop();
  });

  const clock = (): Clock => bus.running.app.get(Clock);
  const aDossier = (): string => dossier((number += 1));
  const notice = (dossierCode: string, wish: Partial<NoticeWish> = {}): WireRecord =>
    bus.member('tax').notices([{ dossierCode, sequence: 1, ...wish }])[0] as WireRecord;
  const madeAgo = (ms: number): string => newId(new FixedClock(new Date(clock().now().getTime() - ms)));
  const submit = (...records: readonly WireRecord[]): Promise<void> => bus.exchange.process(records);
  const verdictsOf = (dossierCode: string): Promise<(string | null)[]> =>
    bus
      .rows<{ code: string | null }>(
        "select verdict ->> 'code' as code from log_entry where subject = $1 order by log_id",
        [dossierCode],
      )
      .then((rows) => rows.map(({ code }) => code));
  const deliveriesOf = async (dossierCode: string): Promise<number> =>
    (await bus.rows('select 1 from delivery where stream = $1', [`dossier:${dossierCode}`])).length;
  const partitionsOf = (id: string): Promise<{ partition: string }[]> =>
    bus.rows('select tableoid::regclass::text as partition from known_message where id = $1', [id]);
  const idOf = ({ headers }: WireRecord): string => String(headers.ce_id);
  const forget = async (): Promise<void> => {
    const keeper = bus.running.app.get(PartitionKeeper);
    await keeper.stop();
    await keeper.start();
  };
  const at = (instant: Date): void => {
    laterByMs = instant.getTime() - Date.now();
  };

  it('with the same id and content is answered by the refusal it was given before, told again and logged once', async () => {
    const dossierCode = aDossier();
    const record = notice(dossierCode, { body: { wrong: true } });
    const refusals = (): object[] =>
      topics
        .at('tax', ({ headers }) => headers.ce_type === messageOf(RejectedV1).type)
        .flatMap(({ value }) => (JSON.parse(value) as RejectedV1).items)
        .filter(({ id }) => id === idOf(record));
    await submit(record);
    await eventually(() => refusals().length === 1);
    await submit(record);
    const [first, again] = await eventually(() => refusals().length === 2 && refusals());
    expect(again).toEqual(first);
    expect(await verdictsOf(dossierCode)).toEqual(['integration-bus.SCHEMA_VIOLATION']);
  });

  it('with the same id and other content is refused with both hashes told to its sender, and the first stays (F28)', async () => {
    const dossierCode = aDossier();
    const first = notice(dossierCode);
    const other = notice(dossierCode, { body: { dossierCode, text: 'other' }, attributes: { id: idOf(first) } });
    await submit(first);
    await submit(other);
    const told = await eventually(() =>
      topics
        .at('tax', ({ headers }) => headers.ce_type === messageOf(RejectedV1).type)
        .flatMap(({ value }) => (JSON.parse(value) as RejectedV1).items)
        .find(({ id }) => id === idOf(first)),
    );
    expect(told.code).toBe('integration-bus.IDENTITY_CONFLICT');
    for (const { headers } of [first, other]) expect(told.text).toContain(String(headers.ce_contenthash));
    const [kept] = await bus.rows('select content_hash from known_message where id = $1', [idOf(first)]);
    expect(kept).toEqual({ content_hash: first.headers.ce_contenthash });
    await submit(first);
    expect(await verdictsOf(dossierCode)).toEqual([null, 'integration-bus.IDENTITY_CONFLICT']);
    expect(await deliveriesOf(dossierCode)).toBe(1);
  });

  it('is taken when its id was made 90 days ago less a second, and is known when it comes again, even a day later', async () => {
    const dossierCode = aDossier();
    const record = notice(dossierCode, { attributes: { id: madeAgo(WINDOW_MS - 1_000) } });
    await submit(record);
    await submit(record);
    expect(await verdictsOf(dossierCode)).toEqual([null]);
    laterByMs += DAY_MS;
    await submit(record);
    expect(await verdictsOf(dossierCode)).toEqual([null]);
    expect(await deliveriesOf(dossierCode)).toBe(1);
  });

  it('is refused when it comes first with an id of more than 90 days, each time alike, and is not kept as a first', async () => {
    const dossierCode = aDossier();
    const record = notice(dossierCode, { attributes: { id: madeAgo(WINDOW_MS + 1_000) } });
    await submit(record);
    await submit(record);
    expect(await verdictsOf(dossierCode)).toEqual(['integration-bus.ID_TOO_OLD']);
    expect(await partitionsOf(idOf(record))).toEqual([]);
    expect(await deliveriesOf(dossierCode)).toBe(0);
  });

  it('over midnight and over the end of a month meets the partition of its own month', async () => {
    const now = clock().now();
    const monthsEnd = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
    at(new Date(monthsEnd - 500));
    const dossierCode = aDossier();
    const id = newId(new FixedClock(new Date(monthsEnd - 500)));
    const record = notice(dossierCode, { attributes: { id } });
    await submit(record);
    at(new Date(monthsEnd + 500));
    await submit(record);
    at(new Date(monthsEnd + DAY_MS));
    await submit(record);
    expect(await verdictsOf(dossierCode)).toEqual([null]);
    const month = new Date(monthsEnd - 500).toISOString().slice(0, 7).replace('-', '');
    expect(await partitionsOf(id)).toEqual([{ partition: `known_message_${month}` }]);
    expect(await deliveriesOf(dossierCode)).toBe(1);
  });

  it('is forgotten with its whole month once that lies before the window, and only then; the log forgets nothing', async () => {
    const [accepted, refused] = [aDossier(), aDossier()];
    const records = [notice(accepted), notice(refused, { body: { wrong: true } })];
    await submit(...records);
    const made = clock().now();
    const nextMonth = Date.UTC(made.getUTCFullYear(), made.getUTCMonth() + 1, 1);
    const [partition] = await partitionsOf(idOf(records[0] as WireRecord));
    const exists = async (): Promise<boolean> =>
      (await bus.rows<{ is: boolean }>('select to_regclass($1) is not null as is', [partition?.partition]))[0]?.is ??
      false;
    at(new Date(nextMonth + WINDOW_MS - 60_000));
    await forget();
    expect(await exists()).toBe(true);
    await submit(...records);
    expect([await verdictsOf(accepted), await verdictsOf(refused)]).toEqual([
      [null],
      ['integration-bus.SCHEMA_VIOLATION'],
    ]);
    at(new Date(nextMonth + WINDOW_MS + 60_000));
    await forget();
    expect(await exists()).toBe(false);
    const rejections = await bus.rows('select 1 from rejection where id = $1', [idOf(records[1] as WireRecord)]);
    expect(rejections).toEqual([]);
    await forget();
    expect(await exists()).toBe(false);
    expect([await verdictsOf(accepted), await verdictsOf(refused)]).toEqual([
      [null],
      ['integration-bus.SCHEMA_VIOLATION'],
    ]);
  });

  it('after it was forgotten is judged by its number: nothing is delivered twice, and no number is taken', async () => {
    const dossierCode = aDossier();
    const record = notice(dossierCode);
    await submit(record, notice(dossierCode, { sequence: 2 }));
    laterByMs += 125 * DAY_MS;
    await forget();
    expect(await partitionsOf(idOf(record))).toEqual([]);
    await submit(record);
    expect(await verdictsOf(dossierCode)).toEqual([null, null, 'integration-bus.ID_TOO_OLD']);
    expect(await deliveriesOf(dossierCode)).toBe(2);
    const [stream] = await bus.rows('select last_in::int from stream_in where key = $1', [
      `tax|dossier:${dossierCode}`,
    ]);
    expect(stream).toEqual({ last_in: 2 });
    await submit(notice(dossierCode, { sequence: 3 }));
    expect(await deliveriesOf(dossierCode)).toBe(3);
  });

  it('from the bus itself goes out at any age: a delivery that waited longer than the window is no void', async () => {
    const dossierCode = aDossier();
    await bus.setState('land-registry', 'suspended');
    const record = notice(dossierCode);
    await submit(record);
    laterByMs += 125 * DAY_MS;
    await forget();
    await bus.setState('land-registry', 'active');
    const [delivery] = await eventually(() => {
      const seen = topics.inStream('land-registry', `dossier:${dossierCode}`);
      return seen.length > 0 && seen;
    });
    expect(delivery?.headers.ce_id).toBe(idOf(record));
  });
});
