import { connect } from 'node:net';
import { eventually, withClient } from '@lienthong/testing';
import { LOCK_RECIPIENT } from '../src/deliveries/held/held.sql';
import { SpecBus } from './bus.mother';
import { HttpMember, type PulledEvent, type PulledLease } from './http-member.mother';
import { dossier } from './member.mother';

const WAITS_FOR_TURN = `
select 1 from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;

/** What the bus tells a puller of its own messages, beside its deliveries (A11). */
describe('a puller is told what became of a message that had waited for another', () => {
  let bus: SpecBus;
  let land: HttpMember;
  let next = 0;
  beforeAll(async () => {
    bus = await SpecBus.start();
    await bus.administer("update member set transport = 'pull' where code = 'land-registry'");
    land = new HttpMember(bus, 'land-registry');
  });
  afterAll(() => bus.stop());
  afterEach(async () => {
    expect(await bus.rows('select kind from told_answer')).toEqual([]);
  });

  /** Submits the second message of a dossier, and then the first; returns the id of the second. Neither has a grant. */
  const refusedLate = async (): Promise<string> => {
    const dossierCode = dossier((next += 1));
    const to = [{ member: 'tax', office: 'bien-hoa' }];
    const [first, second] = [1, 2].map((sequence) => land.event({ dossierCode, sequence, to }));
    await land.submit(second as never);
    await land.submit(first as never);
    return String(second?.id);
  };
  const itemsOf = ({ messages }: Pick<PulledLease, 'messages'>): unknown[] =>
    messages.filter((one) => one.deliverysequence === undefined).flatMap(({ data }) => data.items as unknown[]);

  it('again and again until its next request names the lease, always the same', async () => {
    const id = await refusedLate();
    const first = await land.lease({ leaseSeconds: 1 });
    const again = await land.lease({ leaseSeconds: 1, waitSeconds: 20 });
    const last = await land.lease({ leaseSeconds: 3_600, waitSeconds: 20 });
    expect(itemsOf(first)).toMatchObject([{ id, code: 'integration-bus.GRANT_MISSING' }]);
    expect([itemsOf(again), itemsOf(last)]).toEqual([itemsOf(first), itemsOf(first)]);
    expect(itemsOf(await land.lease({ after: first.leaseId }))).toEqual([]);
    expect(await bus.rows('select kind from told_answer')).toEqual([{ kind: 'rejected' }]);
    expect(itemsOf(await land.lease({ after: last.leaseId }))).toEqual([]);
  });

  it('by one of its pullers at a time, and not again when that one ends the lease', async () => {
    await refusedLate();
    const first = await land.lease({ leaseSeconds: 3_600 });
    expect(itemsOf(first)).toHaveLength(1);
    expect(itemsOf(await land.lease())).toEqual([]);
    expect(await land.delete(`/messages/leases/${first.leaseId}`)).toMatchObject({ status: 204 });
    expect(await land.delete(`/messages/leases/${first.leaseId}`)).toMatchObject({ status: 404 });
  });

  it('whatever happens to the bus after the commit: the word is written with the entry that it tells of', async () => {
    const id = await refusedLate();
    const written = await bus.rows(
      `select 1 from told_answer t join log_entry e on e.xmin = t.xmin
       where e.id = $1 and t.item ->> 'id' = $1::text and e.kind = 'rejected'`,
      [id],
    );
    expect(written).toHaveLength(1);
    const { leaseId } = await land.lease();
    await land.lease({ after: leaseId });
  });

  it('and the next puller has it and the messages at once, when one left before it was answered', async () => {
    await refusedLate();
    const dossierCode = dossier((next += 1));
    await bus.exchange.process(bus.member('tax').notices([{ dossierCode, sequence: 1 }]));
    await withClient(bus.database.appUrl, async (client) => {
      await client.query('begin');
      await client.query(LOCK_RECIPIENT, ['land-registry']);
      const line = new AbortController();
      const left = expect(land.lease({ leaseSeconds: 3_600 }, line.signal)).rejects.toThrow('abort');
      const isWaiting = async (): Promise<boolean> => (await bus.rows(WAITS_FOR_TURN)).length > 0;
      await eventually(isWaiting, { describe: 'the puller to wait for its turn' });
      line.abort();
      await left;
      await client.query('commit');
    });
    const lease = await taken(land);
    expect(itemsOf(lease)).toHaveLength(1);
    await acknowledged(land, lease.messages);
  });

  it('and the next puller has the messages at once, when the line of one broke within the answer', async () => {
    const dossierCode = dossier((next += 1));
    const wishes = Array.from({ length: 17 }, (_, i) => ({ dossierCode, sequence: i + 1 }));
    await bus.exchange.process(bus.member('tax').notices(wishes));
    // more than the buffers of a line take
    await bus.administer(
      `update payload set value = convert_to('"' || repeat('x', 250000) || '"', 'utf8')
       where log_id in (select log_id from delivery where stream = $1)`,
      [`dossier:${dossierCode}`],
    );
    const body = JSON.stringify({ leaseSeconds: 3_600 });
    const head = [
      ...['POST /messages/leases HTTP/1.1', 'host: bus', `content-length: ${body.length}`],
      ...['content-type: application/json', `authorization: Bearer ${await land.token()}`, '', body],
    ].join('\r\n');
    // nobody reads it: the answer stands in the buffers of the line, and most of it still at the bus
    const line = connect(bus.running.port, '127.0.0.1', () => line.write(head)).pause();
    const isLeased = async (): Promise<boolean> =>
      (await bus.rows("select 1 from delivery where state = 'produced'")).length === wishes.length;
    await eventually(isLeased, { describe: 'the lease' });
    line.destroy();
    const lease = await taken(land, wishes.length);
    await acknowledged(land, lease.messages);
  });

  /** So many deliveries, with what is told beside them; words are given back first, and may come in a lease of their own. */
  const taken = async (puller: HttpMember, deliveries = 1): Promise<Pick<PulledLease, 'messages'>> => {
    const messages: PulledEvent[] = [];
    while (messages.filter((one) => one.deliverysequence !== undefined).length < deliveries) {
      const lease = await puller.lease({ waitSeconds: 20, leaseSeconds: 3_600 });
      if (lease.messages.length === 0) throw new Error(`the leases brought ${messages.length} messages`);
      messages.push(...lease.messages);
    }
    return { messages };
  };
  const acknowledged = async (puller: HttpMember, messages: readonly PulledEvent[]): Promise<void> => {
    await puller.acknowledge(messages.filter((one) => one.deliverysequence !== undefined));
    const [leased] = await bus.rows<{ lease_id: string }>('select lease_id from told_answer');
    if (leased) await puller.lease({ after: leased.lease_id });
  };
});
