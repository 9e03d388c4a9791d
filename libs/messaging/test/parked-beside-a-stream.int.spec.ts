import { newId } from '@lienthong/kernel';
import type { WireRecord } from '../src';
import { readIncoming } from '../src/inbox/incoming';
import { clock, delivered } from './deliveries.mother';
import { codeOf, Library, operator } from './library.mother';

describe('parked messages and records beside a stream', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open();
  });
  beforeEach(() => {
    library.answers.length = 0;
    library.poison.clear();
  });
  afterAll(() => library.close());

  it('with other content under a known id can only be discarded, and the first stays what it is (F28)', async () => {
    const id = newId(clock);
    library.poison.add('k/1');
    await library.receives(delivered({ book: 'k', number: 1, id }));
    await library.receives(delivered({ book: 'k', number: 1, id, body: { book: 'k', pages: 9 } }));
    const [conflict] = await library.rows<{ id: string; text_en: string }>(
      "select id, text_en from parked where cause = 'messaging.IDENTITY_CONFLICT'",
    );
    const hashes = library.answers.map(({ incoming }) => incoming.hash);
    expect(hashes[0]).not.toBe(hashes[1]);
    expect(conflict?.text_en).toContain(hashes[0]);
    expect(conflict?.text_en).toContain(hashes[1]);
    const name = conflict?.id ?? '';
    expect(await library.desk.get('tax', name)).toMatchObject({ isReleasable: false, holdsStream: false });
    expect(await codeOf(library.desk.release('tax', name, operator))).toBe('409 messaging.PARKED_NOT_RELEASABLE');
    await library.desk.discard('tax', name, { operator, reason: 'forged by somebody' });
    expect(await library.desk.get('tax', id)).toMatchObject({ cause: 'messaging.HANDLER_FAILED', attempts: 1 });
    library.poison.clear();
    expect(await library.desk.release('tax', id, operator)).toEqual({ outcome: 'handled' });
    expect(await library.handled('k')).toEqual([1]);
  });

  describe('with other content under a known id and a number of their own, once discarded', () => {
    const reason = 'forged by somebody';
    /** The id of number 1 comes again with other content; returns that delivery. */
    async function forged(book: string, number: number): Promise<WireRecord> {
      const id = newId(clock);
      await library.receives(delivered({ book, number: 1, id }));
      const record = delivered({ book, number, id, pages: 9 });
      await library.receives(record, delivered({ book, number: number + 1 }));
      return record;
    }
    const rows = (book: string): Promise<{ id: string }[]> =>
      library.rows('select id from parked where stream = $1', [`document:${book}`]);
    async function discard(book: string): Promise<void> {
      const [row] = await rows(book);
      await library.desk.discard('tax', row?.id ?? '', { operator, reason });
    }

    it('let their stream go on, and are discarded for good however often they come', async () => {
      const record = await forged('x', 2);
      expect(await library.handled('x')).toEqual([1]);
      library.answers.length = 0;
      await discard('x');
      expect(library.answers[0]).toMatchObject({ outcome: 'discarded', cause: reason, incoming: { sequence: 2 } });
      expect(library.answers[0]?.incoming.envelope?.bus.logid).toBe(record.headers.ce_logid);
      expect(await library.handled('x')).toEqual([1, 3]);
      await library.receives(record, record);
      expect(library.lastAnswer()).toMatchObject({ outcome: 'discarded', cause: reason });
      expect([await rows('x'), await library.handled('x')]).toEqual([[], [1, 3]]);
    });

    it('have their number passed when they come in turn, and not before', async () => {
      const record = await forged('y', 3);
      await discard('y');
      await library.receives(record);
      expect(await library.handled('y')).toEqual([1]);
      await library.receives(delivered({ book: 'y', number: 2 }));
      expect(await library.handled('y')).toEqual([1, 2]);
      await library.receives(record);
      expect([await rows('y'), await library.handled('y')]).toEqual([[], [1, 2, 4]]);
    });

    it('take no number from the message that waits under it', async () => {
      const id = newId(clock);
      library.poison.add('z/1');
      await library.receives(delivered({ book: 'z', number: 1 }), delivered({ book: 'z', number: 2, id }));
      const record = delivered({ book: 'z', number: 2, id, pages: 9 });
      await library.receives(record);
      const [first] = await library.rows<{ id: string }>(
        "select id from parked where stream = 'document:z' and holds_stream",
      );
      await library.rows("update stream_in set blocked_by = null where key = 'document:z'");
      const [other] = await library.rows<{ id: string }>(
        "select id from parked where stream = 'document:z' and not holds_stream",
      );
      const desk = library.deskOf(library.inbox, { sweep: () => Promise.resolve() });
      await desk.discard('tax', other?.id ?? '', { operator, reason });
      await library.receives(record);
      await library.sweepOf(library.inbox).sweep();
      expect(await library.handled('z')).toEqual([2]);
      expect(await rows('z')).toEqual([{ id: first?.id }]);
    });
  });

  it('that could not be read and were discarded are not parked again when the topic is read again', async () => {
    const read = readIncoming({ ...delivered({ book: 'n2', number: 1 }), value: null }, library.checks) as never;
    await library.inbox.parkUnreadable([read]);
    const [row] = await library.rows<{ id: string }>("select id from parked where sender = '-'");
    await library.desk.discard('-', row?.id ?? '', { operator, reason: 'a broken record' });
    const before = library.inbox.counts.parked;
    await library.inbox.parkUnreadable([read]);
    expect(await library.rows("select 1 from parked where sender = '-'")).toEqual([]);
    expect(library.inbox.counts.parked).toBe(before);
  });

  it('under a number that is passed can only be discarded', async () => {
    await library.receives(delivered({ book: 'l', number: 1 }));
    const late = delivered({ book: 'l', number: 1, body: { book: 'l', pages: 7 } });
    await library.receives(late);
    const id = String(late.headers.ce_id);
    expect(await library.desk.get('tax', id)).toMatchObject({ cause: 'messaging.NUMBER_REUSED', isReleasable: false });
    expect(await codeOf(library.desk.release('tax', id, operator))).toBe('409 messaging.PARKED_NOT_RELEASABLE');
    await library.desk.discard('tax', id, { operator, reason: 'number used twice' });
    await library.receives(late, delivered({ book: 'l', number: 2 }));
    expect(library.answers.slice(-2).map(({ outcome }) => outcome)).toEqual(['discarded', 'handled']);
  });

  it('that could not be read are read again when they are released, and stay with one attempt more while they cannot', async () => {
    const record = { ...delivered({ book: 'n', number: 1 }), value: null };
    const fault = { code: 'envelope.TOMBSTONE' };
    const read = readIncoming(record, library.checks);
    expect(read.fault).toMatchObject(fault);
    await library.inbox.parkUnreadable([read as never, read as never]);
    await library.inbox.parkUnreadable([read as never]);
    const [row] = await library.rows<{ id: string }>("select id from parked where sender = '-'");
    const id = row?.id ?? '';
    expect(await library.desk.get('-', id)).toMatchObject({ attempts: 2, isReleasable: true, cause: fault.code });
    expect(await library.desk.release('-', id, operator)).toEqual({ outcome: 'parked' });
    expect(await library.desk.get('-', id)).toMatchObject({ attempts: 3 });
    await becomes(id, delivered({ book: 'n', number: 1 }));
    expect(await library.desk.release('-', id, operator)).toEqual({ outcome: 'handled' });
    expect(await library.handled('n')).toEqual([1]);
  });

  it('that could not be read are told by what became of them under their own name, once they can', async () => {
    const outcomeOf = async (record: WireRecord): Promise<string> => {
      const id = await unreadable();
      await becomes(id, record);
      return (await library.desk.release('-', id, operator)).outcome;
    };
    library.poison.add('v/1');
    const [first, second] = [1, 2].map((number) => delivered({ book: 'v', number }));
    expect(await outcomeOf(second as WireRecord)).toBe('stashed');
    expect(await outcomeOf(first as WireRecord)).toBe('parked');
    expect(await outcomeOf(second as WireRecord)).toBe('stashed');
    await library.desk.discard('tax', String(first?.headers.ce_id), { operator, reason: 'the book was burnt' });
    expect(await outcomeOf(first as WireRecord)).toBe('discarded');
    expect(await outcomeOf(second as WireRecord)).toBe('handled');
    expect(await library.handled('v')).toEqual([2]);
  });

  it('that could not be read stay when another message is known under the id that can be read now', async () => {
    const id = newId(clock);
    await library.receives(delivered({ book: 'u', number: 1, id }));
    const name = await unreadable();
    await becomes(name, delivered({ book: 'u', number: 2, id, pages: 9 }));
    expect(await codeOf(library.desk.release('-', name, operator))).toBe('409 messaging.PARKED_NOT_RELEASABLE');
    expect(await library.desk.get('-', name)).toMatchObject({ attempts: 1 });
    expect(await library.handled('u')).toEqual([1]);
  });

  /** Parks a record without a value; returns the id of its row. */
  async function unreadable(): Promise<string> {
    const read = readIncoming({ ...delivered({ book: 't', number: 1 }), value: null }, library.checks) as never;
    await library.inbox.parkUnreadable([read]);
    const [row] = await library.rows<{ id: string }>("select id from parked where sender = '-'");
    return row?.id ?? '';
  }
  /** As if this version of the service could read the record. */
  async function becomes(id: string, { value, headers }: WireRecord): Promise<void> {
    await library.rows('update parked set payload = $1, headers = $2 where id = $3', [value, headers, id]);
  }
});
