import { messageOf } from '@lienthong/envelope';
import { newId } from '@lienthong/kernel';
import type { Transaction, UnitOfWork } from '@lienthong/persistence';
import { eventually } from '@lienthong/testing';
import type { ParkedMessage } from '../src';
import { PageAddedV1 } from './books.mother';
import { clock, delivered, voidOf, withdrawn } from './deliveries.mother';
import { codeOf, Library, operator } from './library.mother';

describe('parked messages', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open();
  });
  beforeEach(() => {
    library.answers.length = 0;
    library.poison.clear();
    withdrawn.clear();
  });
  afterAll(() => library.close());

  /** Numbers 1 to 4 of a book whose second one fails. */
  async function poisoned(book: string): Promise<ParkedMessage> {
    library.poison.add(`${book}/2`);
    await library.receives(...[1, 2, 3, 4].map((number) => delivered({ book, number })));
    const [parked] = await library.rows<{ sender: string; id: string }>(
      'select sender, id from parked where stream = $1 and holds_stream',
      [`document:${book}`],
    );
    if (!parked) throw new Error('nothing parked');
    return library.desk.get(parked.sender, parked.id);
  }
  const acts = (id: string): Promise<object[]> =>
    library.rows('select act, person, office, reason, attempts from parked_act where id = $1 order by ord', [id]);

  it('park the poisoned one, hold what follows it in order, and let other streams go on', async () => {
    const parked = await poisoned('a');
    await library.receives(delivered({ book: 'b', number: 1 }));
    expect([await library.handled('a'), await library.handled('b')]).toEqual([[1], [1]]);
    expect(library.said('document:a')).toEqual(['1: handled', '2: parked', '3: stashed', '4: stashed']);
    expect(parked).toMatchObject({ number: 2, epoch: 1, attempts: 1, holdsStream: true, waitingBehind: 2 });
  });

  it('tell cause, attempts, hash, schema, first and last time and what waits, in both languages, and never the handler’s own words', async () => {
    const parked = await poisoned('c');
    expect(parked).toMatchObject({
      sender: 'tax',
      type: 'vn.lienthong.tax.page-added.v1',
      stream: 'document:c',
      hash: expect.stringMatching(/^[\w-]{43}$/) as string,
      schema: messageOf(PageAddedV1).dataschema,
      cause: 'messaging.HANDLER_FAILED',
      attempts: 1,
      lastAttemptAt: '2026-08-03T09:00:00.000+07:00',
      firstParkedAt: '2026-08-03T09:00:00.000+07:00',
      arrivedAs: 'library.in/0/2',
    });
    expect(parked.texts.vi).toContain('Lỗi ngoài dự kiến');
    expect(parked.texts.en).toContain('failed unexpectedly');
    expect(JSON.stringify(parked)).not.toContain('secret-of-the-handler');
    const [row] = await library.rows<{ detail: string }>('select detail from parked where id = $1', [parked.id]);
    expect(row?.detail).toContain('secret-of-the-handler');
  });

  it('released, are handled, and all that waited behind follows in order', async () => {
    const { sender, id } = await poisoned('d');
    library.poison.clear();
    expect(await library.desk.release(sender, id, operator)).toEqual({ outcome: 'handled' });
    expect(await library.handled('d')).toEqual([1, 2, 3, 4]);
    expect(library.said('document:d').slice(4)).toEqual(['2: handled', '3: handled', '4: handled']);
    expect(await acts(id)).toEqual([
      { act: 'release', person: operator.id, office: 'centre', reason: null, attempts: 1 },
    ]);
    expect(await codeOf(library.desk.get(sender, id))).toBe('404 messaging.PARKED_UNKNOWN');
  });

  it('are released also when nothing can be judged then: the operator is told that they wait', async () => {
    const { sender, id } = await poisoned('w');
    const desk = library.deskOf(library.inbox, { sweep: () => Promise.reject(new Error('a fault of the database')) });
    expect(await desk.release(sender, id, operator)).toEqual({ outcome: 'stashed' });
    expect(await acts(id)).toMatchObject([{ act: 'release' }]);
    library.poison.clear();
    await library.sweepOf(library.inbox).sweep();
    expect(await library.handled('w')).toEqual([1, 2, 3, 4]);
  });

  it('released while they still fail, park again with one attempt more, and what waits goes on waiting', async () => {
    const { sender, id } = await poisoned('e');
    library.clock.set('2026-08-03T10:00:00+07:00');
    expect(await library.desk.release(sender, id, operator)).toEqual({ outcome: 'parked' });
    expect(await library.desk.get(sender, id)).toMatchObject({
      attempts: 2,
      waitingBehind: 2,
      firstParkedAt: '2026-08-03T09:00:00.000+07:00',
      lastAttemptAt: '2026-08-03T10:00:00.000+07:00',
    });
    await library.desk.release(sender, id, operator);
    expect(await library.desk.get(sender, id)).toMatchObject({ attempts: 3, arrivedAs: 'library.in/0/2' });
    library.poison.clear();
    await library.desk.release(sender, id, operator);
    expect(await library.handled('e')).toEqual([1, 2, 3, 4]);
    library.clock.set(clock.now());
  });

  it('discarded, never come again: the stream goes on, the bus is told why, and repeats are answered the same', async () => {
    const { sender, id } = await poisoned('f');
    const reason = 'sent twice by mistake, agreed with the tax office';
    library.answers.length = 0;
    await library.desk.discard(sender, id, { operator, reason });
    expect(await library.handled('f')).toEqual([1, 3, 4]);
    expect(library.answers[0]).toMatchObject({ outcome: 'discarded', cause: reason, incoming: { id, sequence: 2 } });
    expect(library.answers[0]?.incoming.envelope?.bus.logid).toBeDefined();
    expect(await acts(id)).toMatchObject([{ act: 'discard', person: operator.id, reason }]);
  });

  it('answer a repeated delivery of a discarded message as discarded, with its reason', async () => {
    library.poison.add('g/1');
    const delivery = delivered({ book: 'g', number: 1 });
    await library.receives(delivery);
    const id = String(delivery.headers.ce_id);
    await library.receives(delivery);
    expect(library.lastAnswer()).toMatchObject({ outcome: 'parked', cause: 'messaging.HANDLER_FAILED' });
    await library.desk.discard('tax', id, { operator, reason: 'the book was burnt' });
    await library.receives(delivery);
    expect(library.lastAnswer()).toEqual({ id, outcome: 'discarded', cause: 'the book was burnt' });
    expect(await library.handled('g')).toEqual([]);
  });

  it('are not discarded without a reason of ten characters, whoever asks the database', async () => {
    const { sender, id } = await poisoned('h');
    await expect(library.desk.discard(sender, id, { operator, reason: 'no' })).rejects.toThrow('parked_act_discard');
    expect(await library.desk.get(sender, id)).toMatchObject({ attempts: 1, holdsStream: true });
    expect(await acts(id)).toEqual([]);
  });

  it('keep the record of acts: nobody changes or removes a line of it', async () => {
    const { sender, id } = await poisoned('i');
    await library.desk.discard(sender, id, { operator, reason: 'no longer needed' });
    await expect(library.rows('update parked_act set person = $1', ['x'])).rejects.toThrow('permission denied');
    await expect(library.rows('delete from parked_act')).rejects.toThrow('permission denied');
    expect(await acts(id)).toHaveLength(1);
  });

  it('are released or discarded by exactly one of two operators at two instances; the other is told so', async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      const { sender, id } = await poisoned(`race-${round}`);
      library.poison.clear();
      const second = library.deskOf(library.anotherInbox());
      const codes = await Promise.all([
        codeOf(library.desk.release(sender, id, operator)),
        codeOf(second.discard(sender, id, { operator, reason: 'no longer needed' })),
        codeOf(second.release(sender, id, operator)),
      ]);
      expect([...codes].sort()).toEqual(['409 messaging.PARKED_DECIDED', '409 messaging.PARKED_DECIDED', 'done']);
      expect(await acts(id)).toHaveLength(1);
      expect(await library.handled(`race-${round}`)).toEqual(codes[1] === 'done' ? [1, 3, 4] : [1, 2, 3, 4]);
    }
  });

  it('are decided about as the operator saw them: once one has failed again meanwhile, the act is refused', async () => {
    const { sender, id } = await poisoned('seen');
    let calls = 0;
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const slow = Object.assign(Object.create(library.work) as UnitOfWork, {
      inTransaction: async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
        calls += 1;
        if (calls > 1) await gate;
        return library.work.inTransaction(work);
      },
    });
    const other = library.deskOf(library.inbox, { unitOfWork: slow });
    const late = codeOf(other.discard(sender, id, { operator, reason: 'no longer needed' }));
    await eventually(() => calls === 2, { describe: 'the second operator has seen the message' });
    expect(await library.desk.release(sender, id, operator)).toEqual({ outcome: 'parked' });
    open();
    expect(await late).toBe('409 messaging.PARKED_DECIDED');
    expect(await library.desk.get(sender, id)).toMatchObject({ attempts: 2, waitingBehind: 2 });
  });

  it('say which message nobody knows, and which one is decided', async () => {
    expect(await codeOf(library.desk.release('tax', newId(clock), operator))).toBe('404 messaging.PARKED_UNKNOWN');
    const { sender, id } = await poisoned('j');
    await library.desk.discard(sender, id, { operator, reason: 'no longer needed' });
    expect(await codeOf(library.desk.release(sender, id, operator))).toBe('409 messaging.PARKED_DECIDED');
  });

  it('whose signing key was not yet known are judged again when they are released', async () => {
    withdrawn.add('tax-1');
    const early = delivered({ book: 'm', number: 1 });
    await library.receives(early);
    const id = String(early.headers.ce_id);
    expect(await library.desk.get('tax', id)).toMatchObject({ cause: 'envelope.KEY_UNKNOWN' });
    expect(await library.desk.release('tax', id, operator)).toEqual({ outcome: 'parked' });
    withdrawn.clear();
    expect(await library.desk.release('tax', id, operator)).toEqual({ outcome: 'handled' });
    expect(await library.handled('m')).toEqual([1]);
  });

  it('whose void comes leave the list, and their stream goes on', async () => {
    library.poison.add('o/1');
    const original = delivered({ book: 'o', number: 1 });
    await library.receives(original, delivered({ book: 'o', number: 2 }));
    await library.receives(voidOf(original));
    expect(await library.handled('o')).toEqual([2]);
    const id = String(original.headers.ce_id);
    expect(await acts(id)).toMatchObject([{ act: 'void', person: 'integration-bus' }]);
    await library.receives(original);
    expect(library.lastAnswer()).toEqual({ id, outcome: 'discarded', cause: 'messaging.VOIDED' });
  });

  it('are listed page by page, newest or oldest first, each once', async () => {
    const fresh = await Library.open();
    for (const book of ['p', 'q', 'r', 's', 't']) {
      fresh.poison.add(`${book}/1`);
      fresh.clock.set(new Date(fresh.clock.now().getTime() + 1));
      await fresh.receives(delivered({ book, number: 1 }));
    }
    const walk = async (order: 'newest' | 'oldest'): Promise<string[]> => {
      const seen: ParkedMessage[] = [];
      for (;;) {
        const last = seen.at(-1);
        const after = last && { after: { parkedAt: last.firstParkedAt, sender: last.sender, id: last.id } };
        const page = await fresh.desk.list({ order, limit: 2, ...after });
        seen.push(...page.slice(0, 2));
        if (page.length <= 2) return seen.map(({ stream }) => stream?.split(':')[1] ?? '');
      }
    };
    expect(await walk('oldest')).toEqual(['p', 'q', 'r', 's', 't']);
    expect(await walk('newest')).toEqual(['t', 's', 'r', 'q', 'p']);
    await fresh.close();
  });
});
