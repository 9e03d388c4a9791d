import { HTTP } from 'cloudevents';
import { eventually } from '@lienthong/testing';
import { HeldDeliveries } from '../src/deliveries/held/held-deliveries';
import { SpecBus } from './bus.mother';
import { HttpMember, type PulledEvent } from './http-member.mother';
import { dossier } from './member.mother';
import { SpecWebhook } from './webhook.mother';

/** Members without Kafka between two instances of the bus (A11, A13). */
describe('a member that talks to two instances of the bus', () => {
  let first: SpecBus;
  let second: SpecBus;
  let taxes: HttpMember[];
  let lands: HttpMember[];
  let hook: SpecWebhook | undefined;
  let next = 0;
  beforeAll(async () => {
    first = await SpecBus.start({ TELL_NOT_HANDLED_MS: '50', WEBHOOK_NETWORKS: '127.0.0.0/8' });
    await first.administer("update member set transport = 'pull' where code in ('tax', 'land-registry')");
    second = await first.another();
    taxes = [first, second].map((bus) => new HttpMember(bus, 'tax'));
    lands = [first, second].map((bus) => new HttpMember(bus, 'land-registry'));
  });
  afterAll(async () => {
    await hook?.stop();
    await second.running.stop();
    await first.stop();
  });

  const aDossier = (): string => dossier((next += 1));
  const send = async (bus: SpecBus, dossierCode: string, numbers: readonly number[]): Promise<void> => {
    const wishes = numbers.map((sequence) => ({ dossierCode, sequence }));
    await bus.exchange.process(bus.member('tax').notices(wishes));
  };
  const [at1, at2] = [
    (members: HttpMember[]) => members[0] as HttpMember,
    (members: HttpMember[]) => members[1] as HttpMember,
  ];
  const idsOf = (messages: readonly PulledEvent[]): string[] => messages.map(({ logid }) => logid);

  it('by 64 first submits of one message at once has one entry, and reads the same bytes everywhere (A13)', async () => {
    for (let round = 0; round < 5; round += 1) {
      const event = at1(taxes).event({ dossierCode: aDossier(), sequence: 1 });
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, i) => (taxes[i % 2] as HttpMember).submit(event)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      const entries = await first.rows<{ log_id: string }>('select log_id from log_entry where id = $1', [event.id]);
      expect(entries).toEqual([{ log_id: answers[0]?.body.logId }]);
    }
    const { messages } = await at1(lands).lease({ max: 500 });
    expect(messages).toHaveLength(5);
    await at2(lands).acknowledge(messages);
  });

  it('by 64 submits of one id with different contents has one winner, and all others are refused with 409 (A13)', async () => {
    const dossierCode = aDossier();
    const { id } = at1(taxes).event({ dossierCode, sequence: 1 });
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, i) => {
        const body = { dossierCode, text: `draft ${i}` };
        const member = taxes[i % 2] as HttpMember;
        return member.submit(member.event({ dossierCode, sequence: 1, body, attributes: { id } }));
      }),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(63);
    const { messages } = await at1(lands).lease({ max: 500 });
    await at1(lands).acknowledge(messages);
    expect(messages).toHaveLength(1);
  });

  it('hears at one of them of what the other took over, and has each dossier at one puller at a time', async () => {
    const [held, other] = [aDossier(), aDossier()];
    const waiting = at2(lands).lease({ waitSeconds: 30, leaseSeconds: 3_600 });
    await send(first, held, [1, 2]);
    const one = await waiting;
    expect(one.messages).toHaveLength(2);
    await send(first, held, [3]);
    await send(second, other, [1]);
    const two = await at1(lands).lease({ waitSeconds: 10, leaseSeconds: 3_600 });
    expect(two.messages.map(({ partitionkey }) => partitionkey)).toEqual([`dossier:${other}`]);
    const third = at1(lands).lease({ waitSeconds: 30 });
    await at2(lands).acknowledge(one.messages);
    expect((await third).messages.map(({ deliverysequence }) => deliverysequence)).toEqual(['3']);
    await at1(lands).acknowledge([...two.messages, ...(await third).messages]);
  });

  it('gives a lease back at one of them, and a puller that waits at the other has it at once', async () => {
    await send(first, aDossier(), [1]);
    const { leaseId, messages } = await at1(lands).lease({ leaseSeconds: 3_600 });
    const asleep = jest.spyOn(second.running.app.get(HeldDeliveries), 'nextDue');
    const waiting = at2(lands).lease({ waitSeconds: 30 });
    await eventually(() => asleep.mock.results.length > 0, { describe: 'the other puller to wait' });
    asleep.mockRestore();
    await eventually(async () => (await at1(lands).delete(`/messages/leases/${leaseId}`)).status === 204);
    const startedAt = performance.now();
    const again = await waiting;
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(idsOf(again.messages)).toEqual(idsOf(messages));
    await at2(lands).acknowledge(again.messages);
  });

  it('has by its webhook each dossier in order, and what it acknowledges to one of them is not posted by the other', async () => {
    hook = await SpecWebhook.start();
    hook.answer = (posted, response) => {
      const names = Object.entries(posted.headers).map(([name, text]) => [name.replace(/^ce-/, ''), String(text)]);
      const event = at1(lands).acknowledgement([at1(lands).handled(Object.fromEntries(names) as PulledEvent)]);
      const { headers, body } = HTTP.binary(event);
      response.writeHead(200, headers as Record<string, string>).end(body);
    };
    const reach = "update member set transport = 'webhook', webhook_url = $1 where code = 'land-registry'";
    for (const bus of [first, second]) await bus.administer(reach, [hook?.url]);
    const dossiers = Array.from({ length: 6 }, aDossier);
    await Promise.all(dossiers.map((code, i) => send(i % 2 === 0 ? first : second, code, [1, 2, 3, 4])));
    const open = (): Promise<object[]> => first.rows("select 1 from delivery where state <> 'acknowledged'");
    await eventually(async () => (await open()).length === 0, {
      timeoutMs: 60_000,
      describe: 'all to be acknowledged',
    });
    for (const code of dossiers) expect([...new Set(hook?.numbersOf(`dossier:${code}`))]).toEqual([1, 2, 3, 4]);
    expect(hook?.posts).toHaveLength(24);
    const leave = "update member set transport = 'pull', webhook_url = null where code = 'land-registry'";
    for (const bus of [first, second]) await bus.administer(leave);
  });

  it('is told of a message that was not handled, by whichever it asks, until it has read it', async () => {
    await send(first, aDossier(), [1]);
    const { messages } = await at1(lands).lease();
    const parked = messages.map((message) => ({
      ...at1(lands).handled(message),
      outcome: 'parked' as const,
      cause: 'land-registry.SLIP_UNKNOWN',
    }));
    await at2(lands).submit(at2(lands).acknowledgement(parked));
    let told = await at2(taxes).lease({ waitSeconds: 30, leaseSeconds: 3_600 });
    const said = [told];
    // both instances may have found it at the same moment; then both say the same
    for (let i = 0; told.messages.length > 0 && i < 4; i += 1) {
      told = await (taxes[i % 2] as HttpMember).lease({ after: told.leaseId, waitSeconds: 1, leaseSeconds: 3_600 });
      said.push(told);
    }
    expect(told.messages).toEqual([]);
    const items = said.flatMap((lease) => lease.messages.flatMap(({ data }) => data.items as { id: string }[]));
    expect(items[0]).toMatchObject({ id: messages[0]?.id, outcome: 'parked' });
    for (const item of items) expect(item).toEqual(items[0]);
    await at1(lands).acknowledge(messages);
  });
});
