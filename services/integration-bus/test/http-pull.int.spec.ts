import { sizeOf } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { HttpMember, type PulledEvent, type PulledLease } from './http-member.mother';
import { dossier } from './member.mother';
import { SpecOperatorsDesk } from './operators.mother';

/** Of the large size, whose pullers wait out many leases. */
const LONGEST_MS = 900_000;
const LEASE_SECONDS = 1;

/** Members that take their messages by leases, over connections that only they open (A11). */
describe('a pulling member', () => {
  let bus: SpecBus;
  let land: HttpMember;
  let next = 0;
  beforeAll(async () => {
    bus = await SpecBus.start({ IN_FLIGHT_PER_RECIPIENT: '50' });
    await bus.administer("update member set transport = 'pull' where code = 'land-registry'");
    land = new HttpMember(bus, 'land-registry');
  });
  afterAll(() => bus.stop());

  const aDossier = (): string => dossier((next += 1));
  const send = async (dossierCode: string, from: number, to: number, attributes = {}): Promise<void> => {
    const wishes = Array.from({ length: to - from + 1 }, (_, i) => ({ dossierCode, sequence: from + i, attributes }));
    await bus.exchange.process(bus.member('tax').notices(wishes));
  };
  const numbersOf = (messages: readonly PulledEvent[]): number[] =>
    messages.map(({ deliverysequence }) => Number(deliverysequence));
  afterEach(async () => {
    expect(await bus.rows("select 1 from delivery where state <> 'acknowledged'")).toEqual([]);
  });

  it('reads messages as their senders signed them, in order, and has them off its list when it has acknowledged', async () => {
    const dossierCode = aDossier();
    await send(dossierCode, 1, 3);
    const { messages } = await land.lease();
    expect(messages).toMatchObject(
      [1, 2, 3].map((number) => ({
        ...{ source: '/members/tax', subject: dossierCode, deliverysequence: String(number) },
        data: { dossierCode, text: `notice ${number}` },
      })),
    );
    expect(await land.acknowledge(messages)).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    const rows = await bus.rows("select outcome from delivery where stream = $1 and outcome = 'handled'", [
      `dossier:${dossierCode}`,
    ]);
    expect(rows).toHaveLength(3);
  });

  it('waits for a message, and has it as soon as it is accepted', async () => {
    const asked = performance.now();
    const waiting = land.lease({ waitSeconds: 30 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await send(aDossier(), 1, 1);
    const { messages } = await waiting;
    expect(messages).toHaveLength(1);
    expect(performance.now() - asked).toBeLessThan(10_000);
    await land.acknowledge(messages);
  });

  it('is answered without messages when its wait is over', async () => {
    expect((await land.lease({ waitSeconds: 1 })).messages).toEqual([]);
  });

  it('has what it did not acknowledge again after its lease, with the same number', async () => {
    await send(aDossier(), 1, 2);
    const first = await land.lease({ leaseSeconds: 1 });
    const again = await land.lease({ waitSeconds: 20 });
    expect(numbersOf(again.messages)).toEqual(numbersOf(first.messages));
    expect(again.messages.map(({ logid }) => logid)).toEqual(first.messages.map(({ logid }) => logid));
    await land.acknowledge(again.messages);
  });

  it('gives back what it will not work on, and another puller has it at once', async () => {
    await send(aDossier(), 1, 1);
    const { leaseId, messages } = await land.lease({ leaseSeconds: 3_600 });
    expect(await land.delete(`/messages/leases/${leaseId}`)).toMatchObject({ status: 204 });
    const again = await land.lease();
    expect(again.messages.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
    expect(await land.delete(`/messages/leases/${leaseId}`)).toMatchObject({ status: 404 });
    await land.acknowledge(again.messages);
  });

  it('has each stream at one puller at a time: what comes after waits for the acknowledgement', async () => {
    const [held, other] = [aDossier(), aDossier()];
    await send(held, 1, 2);
    const first = await land.lease({ leaseSeconds: 3_600 });
    await send(held, 3, 3);
    await send(other, 1, 1);
    const second = await land.lease({ leaseSeconds: 3_600 });
    expect(second.messages.map(({ partitionkey }) => partitionkey)).toEqual([`dossier:${other}`]);
    await land.acknowledge(first.messages.slice(0, 1));
    expect((await land.lease()).messages).toEqual([]);
    await land.acknowledge(first.messages.slice(1));
    const third = await land.lease({ waitSeconds: 10 });
    expect(numbersOf(third.messages)).toEqual([3]);
    await land.acknowledge([...second.messages, ...third.messages]);
  });

  it('has no more under way than its room', async () => {
    await Promise.all(Array.from({ length: 60 }, () => send(aDossier(), 1, 1)));
    const first = await land.lease({ max: 500, leaseSeconds: 3_600 });
    expect(first.messages).toHaveLength(50);
    expect((await land.lease({ max: 500 })).messages).toEqual([]);
    await land.acknowledge(first.messages);
    const rest = await land.lease({ max: 500, leaseSeconds: 3_600 });
    expect(rest.messages).toHaveLength(10);
    await land.acknowledge(rest.messages);
  });

  it('has nothing while it is suspended, and everything afterwards', async () => {
    await send(aDossier(), 1, 1);
    await bus.setState('land-registry', 'suspended');
    await expect(land.lease()).rejects.toThrow('MEMBER_SUSPENDED');
    await bus.setState('land-registry', 'active');
    const { messages } = await land.lease();
    expect(messages).toHaveLength(1);
    await land.acknowledge(messages);
  });

  it('has a void in the place of what an operator discarded, and what it leased counts as delivered', async () => {
    const dossierCode = aDossier();
    await send(dossierCode, 1, 1);
    const desk = new SpecOperatorsDesk(bus);
    const leased = await land.lease({ leaseSeconds: 1 });
    const { logid = '' } = leased.messages[0] ?? {};
    const late = await desk.ask('discard-delivery', { recipient: 'land-registry', logId: logid });
    expect(late).toMatchObject({ status: 409, body: { code: 'integration-bus.DELIVERY_PRODUCED' } });
    await send(dossierCode, 2, 2);
    const [waiting] = await bus.rows<{ log_id: string }>(
      "select log_id from delivery where stream = $1 and seq = 2 and state = 'waiting'",
      [`dossier:${dossierCode}`],
    );
    const content = { recipient: 'land-registry', logId: waiting?.log_id };
    await desk.do('discard-delivery', content, { reason: 'sent by mistake' });
    const { messages } = await land.lease({ waitSeconds: 20, leaseSeconds: 3_600 });
    expect(messages.map(({ type }) => type.split('.').slice(-2).join('.'))).toEqual(['spec-notice.v1', 'void.v1']);
    expect(numbersOf(messages)).toEqual([1, 2]);
    expect(messages[1]?.data).toMatchObject({ reason: 'discarded: sent by mistake', replacedSender: 'tax' });
    await land.acknowledge(messages);
  });

  it('is told with its next lease what became of a message of its own that had waited for another', async () => {
    const dossierCode = aDossier();
    const to = [{ member: 'tax', office: 'bien-hoa' }];
    const [first, second] = [1, 2].map((sequence) => land.event({ dossierCode, sequence, to }));
    expect((await land.submit(second as never)).body).toMatchObject({ outcome: 'waiting' });
    expect((await land.submit(first as never)).status).toBe(403);
    const { messages } = await land.lease({ waitSeconds: 10 });
    expect(messages).toMatchObject([
      {
        type: 'vn.lienthong.protocol.rejected.v1',
        data: { items: [{ id: second?.id, code: 'integration-bus.GRANT_MISSING' }] },
      },
    ]);
  });

  it('is not one that takes its messages another way', async () => {
    await expect(new HttpMember(bus, 'tax').lease()).rejects.toThrow('NOT_A_PULLER');
  });

  it(
    'of four pullers that crash at random acknowledges each message once, in the order of its dossier (A11)',
    async () => {
      const count = sizeOf('pulledMessages');
      const dossiers = Array.from({ length: count / 10 }, aDossier);
      for (const dossierCode of dossiers) await send(dossierCode, 1, 10);
      const started = new Date();
      const acknowledged: string[] = [];
      const leasedUntil = new Map<string, number[]>();
      const givenToTwo: string[] = [];
      const given = ({ until, messages }: PulledLease, mayBreak: boolean): void => {
        // the bus takes back what it has on a line that breaks, also when all of it had arrived: it may be heard of after the next
        if (mayBreak) return;
        const ends = Date.parse(until);
        for (const { logid } of messages) {
          // whoever had it before has it until its lease ends; on a busy machine the later one may be heard of first
          const others = leasedUntil.get(logid) ?? [];
          if (others.some((other) => Math.abs(ends - other) < LEASE_SECONDS * 1_000)) givenToTwo.push(logid);
          leasedUntil.set(logid, [...others, ends]);
        }
      };
      const crash = (share: number): boolean => Math.random() < share;
      const puller = async (): Promise<void> => {
        while (new Set(acknowledged).size < count) {
          const line = new AbortController();
          const mayBreak = crash(0.2);
          if (mayBreak) setTimeout(() => line.abort(), Math.random() * 30);
          try {
            const lease = await land.lease({ max: 20, waitSeconds: 1, leaseSeconds: LEASE_SECONDS }, line.signal);
            const { messages } = lease;
            given(lease, mayBreak);
            if (crash(0.15)) continue;
            const part = crash(0.15) ? messages.slice(0, Math.ceil(messages.length / 2)) : messages;
            if (part.length > 0) await land.acknowledge(part);
            acknowledged.push(...part.map(({ logid }) => logid));
          } catch (error) {
            if (!line.signal.aborted) throw error;
          }
        }
      };
      await Promise.all([puller(), puller(), puller(), puller()]);
      // one whose lease ended just before its acknowledgement may have been acknowledged by the next puller as well
      const inOrder = [...new Set(acknowledged)];
      expect(inOrder).toHaveLength(count);
      expect(givenToTwo).toEqual([]);
      const rows = await bus.rows<{ n: number }>(
        "select count(*)::int as n from delivery where outcome = 'handled' and acknowledged_at >= $1",
        [started],
      );
      expect(rows).toEqual([{ n: count }]);
      const orders = new Map<string, number[]>();
      const places = await bus.rows<{ log_id: string; stream: string; seq: number }>(
        'select log_id, stream, seq::int as seq from delivery where log_id = any($1)',
        [inOrder],
      );
      const byId = new Map(places.map((row) => [row.log_id, row]));
      for (const logId of inOrder) {
        const { stream = '', seq = 0 } = byId.get(logId) ?? {};
        orders.set(stream, [...(orders.get(stream) ?? []), seq]);
      }
      for (const numbers of orders.values()) expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    },
    LONGEST_MS,
  );
});
