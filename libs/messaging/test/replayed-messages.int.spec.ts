import { newId } from '@lienthong/kernel';
import type { WireRecord } from '../src';
import { clock, delivered } from './deliveries.mother';
import { Library } from './library.mother';

/** What a recipient does with messages that the bus sends once more by an act of two operators. */
describe('messages that come once more', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open();
  });
  beforeEach(() => {
    library.answers.length = 0;
    library.poison.clear();
  });
  afterAll(() => library.close());

  const again = (record: WireRecord, replay: string): WireRecord => ({
    ...record,
    headers: { ...record.headers, ce_replay: replay },
  });
  async function poisoned(book: string): Promise<readonly [WireRecord, WireRecord, WireRecord]> {
    library.poison.add(`${book}/2`);
    const records = [1, 2, 3].map((number) => delivered({ book, number })) as [WireRecord, WireRecord, WireRecord];
    await library.receives(...records);
    library.answers.length = 0;
    return records;
  }
  const parked = (book: string): Promise<object[]> =>
    library.rows(`select attempts, holds_stream from parked where stream = 'document:${book}'`);

  it('are dropped where they were handled, taken where they were parked, and what waited behind follows in order', async () => {
    const [first, second, third] = await poisoned('a');
    library.poison.clear();
    const act = newId(clock);
    await library.receives(...[first, second, third].map((record) => again(record, act)));
    expect(await library.handled('a')).toEqual([1, 2, 3]);
    expect(library.said('document:a')).toContain('2: handled');
    expect(await parked('a')).toEqual([]);
    const acts = await library.rows('select act, person, reason, attempts from parked_act where stream = $1', [
      'document:a',
    ]);
    expect(acts).toEqual([{ act: 'release', person: 'integration-bus', reason: `replay ${act}`, attempts: 1 }]);
    await library.receives(...[first, second, third].map((record) => again(record, newId(clock))));
    expect(await library.handled('a')).toEqual([1, 2, 3]);
  });

  it('park again while the cause stands: tried once an act, however often it comes', async () => {
    const [, second] = await poisoned('b');
    const act = newId(clock);
    await library.receives(again(second, act));
    expect(await parked('b')).toEqual([{ attempts: 2, holds_stream: true }]);
    await library.receives(again(second, act));
    await library.receives(second);
    expect(await parked('b')).toEqual([{ attempts: 2, holds_stream: true }]);
    expect(library.said('document:b')).toEqual(['2: parked', '2: parked', '2: parked']);
    await library.receives(again(second, newId(clock)));
    expect(await parked('b')).toEqual([{ attempts: 3, holds_stream: true }]);
    expect(await library.handled('b')).toEqual([1]);
  });

  it('are not tried when the message holds its stream no longer, or is another one under the same id', async () => {
    const [, second] = await poisoned('c');
    const id = String(second.headers.ce_id);
    const other = delivered({ book: 'c', number: 2, id, pages: 7 });
    library.poison.clear();
    await library.receives(again(other, newId(clock)));
    expect(await library.handled('c')).toEqual([1]);
    expect(await parked('c')).toHaveLength(2);
  });

  it('reach a member that is given the past: the bus names it beside what the sender signed', async () => {
    const record = delivered({ book: 'h', number: 1, recipients: 'treasury/bien-hoa' });
    await library.receives({ ...record, headers: { ...record.headers, ce_historyfor: 'library/centre' } });
    expect(await library.handled('h')).toEqual([1]);
    const stranger = delivered({ book: 'i', number: 1, recipients: 'treasury/bien-hoa' });
    await library.receives({ ...stranger, headers: { ...stranger.headers, ce_historyfor: 'museum/centre' } });
    expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.NOT_ADDRESSED' });
  });
});
