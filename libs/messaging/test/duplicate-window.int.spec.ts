import { newId } from '@lienthong/kernel';
import { dropPartitions } from '@lienthong/persistence';
import { withClient } from '@lienthong/testing';
import type { WireRecord } from '../src';
import { clock, delivered } from './deliveries.mother';
import { Library, operator } from './library.mother';

const DAY_MS = 86_400_000;
const WINDOW_MS = 90 * DAY_MS;

describe('the window of duplicates', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open();
  });
  afterEach(async () => {
    await library.close();
  });

  /** The hour's housekeeping at this time. */
  async function housekeepingAt(instant: string): Promise<readonly string[]> {
    library.clock.set(instant);
    const before = new Date(library.clock.now().getTime() - WINDOW_MS);
    return withClient(library.db.appUrl, (client) => dropPartitions(client, 'inbox', before));
  }
  const marks = async (): Promise<number> => (await library.rows('select 1 from inbox')).length;
  const made = (instant: string, number: number, stream = 'document:a'): WireRecord =>
    delivered({ stream, number, id: idAt(instant) });

  it('ends for a message when its whole month is older than 90 days: a repeat is then judged by its number', async () => {
    const delivery = made('2026-08-03T02:00:00Z', 1);
    await library.receives(delivery);
    expect(await housekeepingAt('2026-11-29T23:59:59.999Z')).not.toContain('inbox_202608');
    expect(await marks()).toBe(1);
    await library.receives({ ...delivered({ book: 'a', number: 1, id: String(delivery.headers.ce_id) }) });
    expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.IDENTITY_CONFLICT' });
    expect(await housekeepingAt('2026-11-30T00:00:00.000Z')).toContain('inbox_202608');
    expect(await marks()).toBe(0);
    await library.receives(delivery);
    expect(library.lastAnswer()).toMatchObject({ outcome: 'handled' });
    expect(await library.handled('a')).toEqual([1]);
  });

  it('is 90 days to the millisecond: an unknown id within it under an old number is an alarm, an older one a repeat', async () => {
    await library.receives(made('2026-08-03T02:00:00Z', 1));
    library.clock.set('2026-11-01T02:00:00.000Z');
    await library.receives(made('2026-08-03T02:00:00.000Z', 1));
    expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.NUMBER_REUSED' });
    await library.receives(made('2026-08-03T01:59:59.999Z', 1));
    expect(library.lastAnswer()).toMatchObject({ outcome: 'handled' });
    expect(await library.handled('a')).toEqual([1]);
  });

  it('lets an old message in that was never taken: its number is the next', async () => {
    await library.receives(made('2026-08-03T02:00:00Z', 1));
    library.clock.set('2027-03-01T00:00:00Z');
    await library.receives(made('2026-08-04T02:00:00Z', 2));
    expect(await library.handled('a')).toEqual([1, 2]);
  });

  it('forgets no month in which a message is parked or waits; released, it is handled however old it is', async () => {
    library.poison.add('b/1');
    const bad = made('2026-08-03T02:00:00Z', 1, 'document:b');
    await library.receives(bad, made('2026-08-03T02:00:01Z', 2, 'document:b'));
    await library.receives(made('2026-09-03T02:00:00Z', 2, 'document:c'));
    expect(await housekeepingAt('2027-06-01T00:00:00Z')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/20260[89]/)]),
    );
    library.poison.clear();
    await library.desk.release('tax', String(bad.headers.ce_id), operator);
    expect(await library.handled('b')).toEqual([1, 2]);
    expect(await housekeepingAt('2027-06-01T00:00:00Z')).toEqual(['inbox_202608']);
  });

  it('is kept by the member itself: at its start the months before the window go, and the coming ones are made', async () => {
    await library.receives(made('2026-08-03T02:00:00Z', 1));
    library.clock.set('2026-12-15T00:00:00Z');
    const instance = await library.instance();
    await instance.stop();
    const months = await library.rows<{ name: string }>(
      "select relname as name from pg_class where relname ~ '^inbox_[0-9]+$' order by 1",
    );
    expect(months.map(({ name }) => name.slice('inbox_'.length))).toEqual([
      '202609', '202610', '202611', '202612', '202701', '202702', '202703',
    ]); // prettier-ignore
    expect(await marks()).toBe(0);
  });

  it.each([
    ['midnight', '2026-08-03T23:59:59.999Z', '2026-08-04T00:00:00.001Z'],
    ['midnight in Vietnam', '2026-08-03T16:59:59.999Z', '2026-08-03T17:00:00.001Z'],
    ['a month’s end', '2026-08-31T23:59:59.999Z', '2026-09-01T00:00:00.001Z'],
    ['a month’s end in Vietnam', '2026-08-31T16:59:59.999Z', '2026-08-31T17:00:00.001Z'],
  ])('lets no repeat in over %s', async (_, first, again) => {
    const delivery = made(first, 1);
    library.clock.set(first);
    await library.receives(delivery);
    library.clock.set(again);
    await library.receives(delivery);
    expect(library.answers.map(({ outcome }) => outcome)).toEqual(['handled', 'handled']);
    expect(library.inbox.counts).toMatchObject({ handled: 1, repeated: 1 });
    expect(await library.handled('a')).toEqual([1]);
    expect(await marks()).toBe(1);
  });

  it('holds for ids of a month that has no partition of its own too', async () => {
    const delivery = made('2025-02-03T00:00:00Z', 1);
    library.clock.set('2025-02-03T00:00:00Z');
    await library.receives(delivery);
    await library.receives(delivery);
    expect(library.inbox.counts).toMatchObject({ handled: 1, repeated: 1 });
    await housekeepingAt('2025-05-04T00:00:00.000Z');
    expect(await marks()).toBe(1);
    await housekeepingAt('2025-05-04T00:00:00.001Z');
    expect(await marks()).toBe(0);
    await library.receives(delivery);
    expect(library.lastAnswer()).toMatchObject({ outcome: 'handled' });
    expect(await library.handled('a')).toEqual([1]);
  });
});

/** Ids of one clock always rise; this one is of the instant, whatever came before. */
function idAt(instant: string): string {
  const ms = new Date(instant).getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}${newId(clock).slice(13)}`;
}
