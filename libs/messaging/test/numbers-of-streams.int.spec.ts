import { VOID_AFTER_HANDLED } from '@lienthong/envelope';
import { newId } from '@lienthong/kernel';
import { sizeOf } from '@lienthong/testing';
import { clock, delivered, voidOf } from './deliveries.mother';
import { Library, operator } from './library.mother';

/** The message that came, and four rounds of 500 that waited. */
const ONE_TRANSACTION = 2_001;

describe('delivery numbers at a recipient', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open();
  });
  beforeEach(() => {
    library.answers.length = 0;
    library.poison.clear();
  });
  afterAll(() => library.close());

  const stashed = async (stream: string): Promise<number[]> =>
    (await library.rows<{ seq: string }>('select seq from stash where stream = $1 order by epoch, seq', [stream])).map(
      ({ seq }) => Number(seq),
    );

  it('are followed in order, however often and in whatever order the messages come again', async () => {
    const stream = 'document:a';
    const all = [1, 2, 3, 4, 5, 6].map((number) => delivered({ stream, number }));
    const [one, two, three, four, five, six] = all as [never, never, never, never, never, never];
    await library.receives(two, one);
    await library.receives(five, two, four);
    await library.receives(one, six, three, three);
    for (let replay = 0; replay < 2; replay += 1) await library.receives(...all);
    await library.receives(...[...all].reverse());
    expect(await library.handled('a')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await stashed(stream)).toEqual([]);
  });

  it('are followed in order when two instances get the same messages at once', async () => {
    const stream = 'document:b';
    const all = Array.from({ length: 30 }, (_, i) => delivered({ stream, number: i + 1 }));
    const read = library.read(all);
    const instances = [library.anotherInbox(), library.anotherInbox(), library.anotherInbox()];
    for (let i = 0; i < read.length; i += 10) {
      await Promise.all(
        instances.map((one, n) => one.process(read.slice(Math.max(0, i - 5 * n), i + 10).reverse(), 1)),
      );
    }
    await library.sweepOf(library.inbox).sweep();
    expect(await library.handled('b')).toEqual(all.map((_, i) => i + 1));
    expect(await library.rows("select 1 from parked where stream = 'document:b'")).toEqual([]);
  });

  it('given to handled messages once more by a restored bus are taken, and nothing is handled twice', async () => {
    const stream = 'document:again';
    const records = [1, 2].map((number) => delivered({ stream, number }));
    const renumbered = (i: number, number: number): (typeof records)[number] => {
      const record = records[i] as (typeof records)[number];
      return { ...record, headers: { ...record.headers, ce_deliverysequence: String(number) } };
    };
    await library.receives(...records);
    await library.receives(renumbered(1, 3), delivered({ stream, number: 5 }));
    expect(await stashed(stream)).toEqual([5]);
    await library.receives(renumbered(0, 4));
    expect(await library.handled('again')).toEqual([1, 2, 5]);
    expect(await library.rows("select 1 from parked where stream = 'document:again'")).toEqual([]);
  });

  it('that are missing hold only their stream', async () => {
    await library.receives(
      delivered({ book: 'c', number: 1 }),
      delivered({ book: 'c', number: 3 }),
      delivered({ book: 'd', number: 1 }),
      delivered({ book: 'd', number: 2 }),
    );
    expect([await library.handled('c'), await library.handled('d')]).toEqual([[1], [1, 2]]);
    expect(library.said('document:c')).toEqual(['1: handled', '3: stashed']);
  });

  it('that two messages claim while both wait are an alarm: the second parks, the first keeps its place', async () => {
    const stream = 'document:e';
    const first = delivered({ stream, number: 2 });
    const second = delivered({ stream, number: 2, body: { book: 'e', pages: 9 } });
    await library.receives(first);
    await library.receives(second);
    expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.NUMBER_REUSED' });
    await library.receives(delivered({ stream, number: 1 }));
    expect(await library.handled('e')).toEqual([1, 2]);
  });

  it('start at 1 again in a higher epoch; a lower one is an alarm', async () => {
    const stream = 'document:f';
    await library.receives(delivered({ stream, number: 1 }), delivered({ stream, number: 2 }));
    await library.receives(delivered({ stream, number: 1, epoch: 2, body: { book: 'f', pages: 21 } }));
    await library.receives(delivered({ stream, number: 3, epoch: 1 }));
    expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.NUMBER_REUSED' });
    await library.receives(delivered({ stream, number: 2, epoch: 2, body: { book: 'f', pages: 22 } }));
    expect(await library.handled('f')).toEqual([1, 2, 21, 22]);
  });

  it('of a higher epoch wait for its number 1, and then follow; what waited in the lower epoch waits for its new number', async () => {
    const stream = 'document:g';
    const inEpoch2 = (number: number) =>
      delivered({ stream, number, epoch: 2, body: { book: 'g', pages: 20 + number } });
    const waiting = delivered({ stream, number: 5 });
    await library.receives(delivered({ stream, number: 1 }), waiting);
    await library.receives(inEpoch2(2), inEpoch2(3));
    expect(await library.handled('g')).toEqual([1]);
    await library.receives(inEpoch2(1));
    expect(await library.handled('g')).toEqual([1, 21, 22, 23]);
    expect(await stashed(stream)).toEqual([5]);
    const renumbered = { ...waiting.headers, ce_deliveryepoch: '2', ce_deliverysequence: '4' };
    await library.receives({ ...waiting, headers: renumbered });
    expect(await library.handled('g')).toEqual([1, 21, 22, 23, 5]);
    expect(await stashed(stream)).toEqual([]);
    expect(library.answers.filter(({ outcome }) => outcome === 'parked')).toEqual([]);
  });

  it('of a higher epoch that wait behind a parked message follow once it is discarded', async () => {
    const stream = 'document:h';
    library.poison.add('h/1');
    const bad = delivered({ stream, number: 1 });
    await library.receives(bad, delivered({ stream, number: 1, epoch: 2, body: { book: 'h', pages: 21 } }));
    expect(await library.handled('h')).toEqual([]);
    await library.desk.discard('tax', String(bad.headers.ce_id), { operator, reason: 'a torn page' });
    expect(await library.handled('h')).toEqual([21]);
  });

  it('of a waiting record that can no longer be read park that record, not the one that arrives', async () => {
    const stream = 'document:i';
    await library.receives(delivered({ stream, number: 2 }), delivered({ stream, number: 3 }));
    await library.rows("update stash set headers = headers - 'ce_signature' where stream = $1 and seq = 2", [stream]);
    await library.receives(delivered({ stream, number: 1 }));
    expect(await library.handled('i')).toEqual([1]);
    expect(library.said(stream).slice(2)).toEqual(['1: handled', '2: parked']);
    const rows = await library.rows('select seq, cause, holds_stream from parked where stream = $1', [stream]);
    expect(rows).toEqual([{ seq: '2', cause: 'envelope.HEADER_MISSING', holds_stream: true }]);
    expect(await stashed(stream)).toEqual([3]);
  });

  it('beyond what one transaction drains are drained by the sweep, in order', async () => {
    const stream = 'document:j';
    const all = Array.from({ length: sizeOf('messagesBehindGap') }, (_, i) =>
      delivered({ stream, number: i + 1, body: { book: 'j', pages: 0 } }),
    );
    for (let i = 1; i < all.length; i += 500) await library.receives(...all.slice(i, i + 500));
    await library.receives(all[0] as never);
    expect(await stashed(stream)).toHaveLength(all.length - ONE_TRANSACTION);
    await library.sweepOf(library.inbox).sweep();
    expect(await stashed(stream)).toEqual([]);
    const handled = library.answers
      .filter(({ outcome }) => outcome === 'handled')
      .map(({ incoming }) => incoming.sequence);
    expect(handled).toEqual(all.map((_, i) => i + 1));
  });

  describe('of a void', () => {
    it('are taken in order, without a handler, and a late original is known and never handled', async () => {
      const stream = 'document:k';
      const original = delivered({ stream, number: 2 });
      await library.receives(delivered({ stream, number: 1 }), voidOf(original), delivered({ stream, number: 3 }));
      expect(library.said(stream)).toEqual(['1: handled', '2: handled', '3: handled']);
      await library.receives(original);
      expect(library.lastAnswer()).toMatchObject({ outcome: 'discarded', cause: 'messaging.VOIDED' });
      expect(await library.handled('k')).toEqual([1, 3]);
    });

    it('that comes after its original was handled is answered handled with the cause, without alarm and without a double', async () => {
      const stream = 'document:l';
      const original = delivered({ stream, number: 1 });
      const late = voidOf(original);
      await library.receives(original);
      await library.receives(late);
      const id = String(late.headers.ce_id);
      expect(library.lastAnswer()).toEqual({ id, outcome: 'handled', cause: VOID_AFTER_HANDLED });
      await library.receives(late, original, delivered({ stream, number: 2 }));
      expect(await library.handled('l')).toEqual([1, 2]);
      expect(await library.rows('select 1 from parked where stream = $1', [stream])).toEqual([]);
    });

    it('that comes in a later batch, again and under another id, is acknowledged each time and changes nothing', async () => {
      const stream = 'document:r';
      const original = delivered({ stream, number: 2 });
      await library.receives(delivered({ stream, number: 1 }), original, delivered({ stream, number: 3 }));
      const before = await library.rows('select id, outcome, handled_at from inbox where id = $1', [
        original.headers.ce_id,
      ]);
      library.answers.length = 0;
      const voids = [voidOf(original), voidOf(original)];
      await library.receives(...voids);
      await library.receives(...voids);
      expect(library.said(stream)).toEqual(voids.flatMap(() => ['2: handled', '2: handled']));
      expect(library.answers.every(({ cause }) => cause === VOID_AFTER_HANDLED)).toBe(true);
      const after = await library.rows('select id, outcome, handled_at from inbox where id = $1', [
        original.headers.ce_id,
      ]);
      expect([after, await library.handled('r')]).toEqual([before, [1, 2, 3]]);
      await library.receives(delivered({ stream, number: 4 }));
      expect(await library.handled('r')).toEqual([1, 2, 3, 4]);
    });

    it('wait behind a gap like any other, also in the place of an original that waits there', async () => {
      const stream = 'document:m';
      const originals = [2, 3].map((number) => delivered({ stream, number }));
      const [second, third] = originals as [never, never];
      await library.receives(second);
      await library.receives(voidOf(second), voidOf(third));
      await library.receives(second, third);
      expect(library.said(stream)).toEqual(['2: stashed', '2: stashed', '3: stashed', '2: discarded', '3: discarded']);
      await library.receives(delivered({ stream, number: 1 }), delivered({ stream, number: 4 }));
      expect(await library.handled('m')).toEqual([1, 4]);
      expect(await stashed(stream)).toEqual([]);
    });

    it('come in the same batch as the original, before or after it: one of the two is taken', async () => {
      const early = delivered({ book: 'n', number: 1 });
      await library.receives(voidOf(early), early);
      const late = delivered({ book: 'o', number: 1 });
      await library.receives(late, voidOf(late));
      expect([await library.handled('n'), await library.handled('o')]).toEqual([[], [1]]);
    });

    it('park when another than the bus has signed it', async () => {
      const stream = 'document:p';
      const original = delivered({ stream, number: 1 });
      await library.receives(voidOf(original, { sender: 'tax' }));
      expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.NOT_FROM_BUS' });
      expect(await library.rows("select 1 from inbox where outcome = 'voided' and stream = $1", [stream])).toEqual([]);
    });

    it('are an alarm when an unknown message took the number', async () => {
      const stream = 'document:q';
      await library.receives(delivered({ stream, number: 1 }));
      const never = delivered({ stream, number: 1, id: newId(clock) });
      await library.receives(voidOf(never));
      expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.NUMBER_REUSED' });
    });
  });
});
