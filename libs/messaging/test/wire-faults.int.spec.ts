import { UnitOfWork } from '@lienthong/persistence';
import { eventually } from '@lienthong/testing';
import type { MemberMessaging, WireRecord } from '../src';
import { Outbox } from '../src/outbox/outbox';
import { delivered, type Delivery } from './deliveries.mother';
import { Library, operator } from './library.mother';

type Broken = { readonly [fault: string]: readonly [cause: string, record: WireRecord] };

function without(record: WireRecord, header: string): WireRecord {
  return { ...record, headers: { ...record.headers, [header]: undefined } };
}

function withHeader(record: WireRecord, header: string, value: string): WireRecord {
  return { ...record, headers: { ...record.headers, [header]: value } };
}

let books = 0;
const next = (more: Partial<Delivery> = {}): WireRecord =>
  delivered({ book: `broken-${(books += 1)}`, number: 1, ...more });

const broken: Broken = {
  'an unknown type': ['messaging.NO_HANDLER', next({ type: 'vn.lienthong.tax.never-heard-of.v1' })],
  'broken JSON': ['envelope.NOT_JSON', next({ value: Buffer.from('{"book": "a", "pages":') })],
  'JSON in another form': ['envelope.NOT_CANONICAL', next({ value: Buffer.from('{"pages":1,"book":"a"}') })],
  'a body that is not as declared': ['envelope.BODY_INVALID', next({ body: { book: 7 } })],
  'no value': ['envelope.TOMBSTONE', { ...next(), value: null }],
  'too many bytes': ['envelope.TOO_LARGE', { ...next(), value: Buffer.alloc(300_000, 32) }],
  'a missing header': ['envelope.HEADER_MISSING', without(next(), 'ce_signature')],
  'a broken header': ['envelope.HEADER_INVALID', withHeader(next(), 'ce_partitionkey', 'no-stream\0at all')],
  'no header at all': ['envelope.HEADER_MISSING', { ...next(), headers: {} }],
  'an epoch beyond the database': ['envelope.HEADER_INVALID', withHeader(next(), 'ce_deliveryepoch', '99999999999')],
  'no delivery number': ['messaging.DELIVERY_NUMBER_MISSING', without(next(), 'ce_deliverysequence')],
  'another recipient’s topic': ['messaging.NOT_ADDRESSED', next({ recipients: 'treasury/bien-hoa' })],
  'bytes that were changed on the way': ['messaging.CONTENT_CHANGED', { ...next(), value: Buffer.from('{}') }],
  'a protocol message that is not of the bus': [
    'messaging.NOT_FROM_BUS',
    next({ type: 'vn.lienthong.protocol.accepted.v1', number: 0, epoch: 0 }),
  ],
};

describe('what comes to a member over Kafka', () => {
  let library: Library;
  let messaging: MemberMessaging;

  beforeAll(async () => {
    library = await Library.open();
    ({ messaging } = await library.instance(undefined, { askAgainMs: 200 }));
  });
  afterAll(async () => {
    await library.close();
  });

  const arrive = (...records: readonly WireRecord[]): Promise<void> => library.topics.deliver(records);

  const parked = async (): Promise<string[]> =>
    (await messaging.parked.list({ order: 'oldest', limit: 100 })).map(({ cause }) => cause).sort();

  it('is parked with its own cause when it is broken, and neither dropped nor taken again and again', async () => {
    const good = delivered({ book: 'good', number: 1 });
    await arrive(...Object.values(broken).map(([, record]) => record), good);
    await eventually(async () => (await library.handled('good')).length === 1, { describe: 'the good one handled' });
    const wanted = Object.values(broken).map(([cause]) => cause);
    await eventually(async () => (await parked()).length === wanted.length, {
      describe: async () => `${wanted.length} parked; parked are ${(await parked()).join(', ')}`,
    });
    expect(await parked()).toEqual([...wanted].sort());
    const kept = await library.rows('select 1 from parked where payload is null or length(payload) >= 0');
    expect(kept).toHaveLength(wanted.length);
    expect(messaging.consumerState()?.joined).toBe(true);
    const { parked: count } = messaging.counts;
    await arrive(delivered({ book: 'good', number: 2 }));
    await eventually(async () => (await library.handled('good')).length === 2, { describe: 'the next one handled' });
    expect(messaging.counts.parked).toBe(count);
  });

  it('is handled after its release at another instance, and what waited behind it, in order', async () => {
    const other = await library.instance(undefined, { askAgainMs: 200 });
    library.poison.add('slow/1');
    const delivery = delivered({ book: 'slow', number: 1 });
    await arrive(delivery, delivered({ book: 'slow', number: 2 }));
    const id = String(delivery.headers.ce_id);
    await eventually(() => messaging.parked.get('tax', id).then(({ waitingBehind }) => waitingBehind === 1), {
      describe: 'parked, and one waits',
    });
    library.poison.clear();
    await other.messaging.parked.release('tax', id, operator);
    await eventually(async () => (await library.handled('slow')).length === 2, { describe: 'both handled' });
    expect(await library.handled('slow')).toEqual([1, 2]);
    await other.stop();
  });

  it('is judged soon also when the instance that released it died before it could go on', async () => {
    library.poison.add('lost/1');
    const delivery = delivered({ book: 'lost', number: 1 });
    await arrive(delivery);
    const id = String(delivery.headers.ce_id);
    await eventually(() => messaging.parked.get('tax', id).then(() => true), { describe: 'parked' });
    library.poison.clear();
    const work = new UnitOfWork(library.database, new Outbox(library.clock, messaging.relay, 'lienthong_outbox'));
    const dying = library.deskOf(library.inbox, { unitOfWork: work, sweep: () => Promise.resolve() });
    expect(await dying.release('tax', id, operator)).toEqual({ outcome: 'stashed' });
    await eventually(async () => (await library.handled('lost')).length === 1, { describe: 'handled by the watch' });
  });
});
