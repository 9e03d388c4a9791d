import { Clock } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';
import { TopicListener } from './topic-listener.mother';

/** How much of the bus one member may take (A38, A39). */
describe('a member over its quota', () => {
  let bus: SpecBus;
  let tax: HttpMember;
  let next = 0;
  beforeAll(async () => {
    bus = await SpecBus.start();
    tax = new HttpMember(bus, 'tax');
  });
  afterEach(() => bus.administer('update member set quota = null'));
  afterAll(() => bus.stop());

  const quota = (of: object): Promise<void> => bus.administer("update member set quota = $1 where code = 'tax'", [of]);
  const anEvent = (text = 'x') => {
    const dossierCode = dossier((next += 1));
    return tax.event({ dossierCode, sequence: 1, body: { dossierCode, text } });
  };
  const submitAll = (events: readonly ReturnType<typeof anEvent>[]) =>
    Promise.all(events.map((event) => tax.submit(event)));

  // first, before a test that has the bus leave its topics and join again
  it('is only slowed on Kafka: all of it is accepted, in order, at the pace of its quota, and others do not wait', async () => {
    const topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
    await quota({ messagesPerSecond: 10 });
    const since = bus.running.app.get(Clock).now();
    const dossierCode = dossier((next += 1));
    const wishes = Array.from({ length: 60 }, (_, i) => ({ dossierCode, sequence: i + 1 }));
    const startedAt = performance.now();
    await topics.produce(bus.member('tax').notices(wishes));
    await topics.produce(bus.member('intake').notices([{ dossierCode: dossier((next += 1)), sequence: 1 }]));
    const judged = async (): Promise<string[]> => {
      const sql = `select sender from log_entry where sender in ('tax', 'intake') and kind in ('accepted', 'rejected')
        and accepted_at >= $1 order by log_id`;
      return (await bus.rows<{ sender: string }>(sql, [since])).map(({ sender }) => sender);
    };
    const senders = await eventually(
      async () => {
        const seen = await judged();
        return seen.length === 61 && seen;
      },
      { timeoutMs: 50_000, describe: 'all of both is judged' },
    );
    // two seconds' worth at once, the other 40 at 10 a second; what intake wrote behind them is among the first
    expect(performance.now() - startedAt).toBeGreaterThan(3_000);
    expect(senders.indexOf('intake')).toBeLessThan(60);
    const numbers = await bus.rows<{ sequence: number }>(
      "select (attributes ->> 'sequence')::int as sequence from log_entry where subject = $1 and kind = 'accepted' order by log_id",
      [dossierCode],
    );
    expect(numbers.map(({ sequence }) => sequence)).toEqual(wishes.map(({ sequence }) => sequence));
    await topics.stop();
  });

  it('of messages a second is answered 429 with the time to wait, and taken over afterwards', async () => {
    await quota({ messagesPerSecond: 5 });
    const events = Array.from({ length: 40 }, () => anEvent());
    const answers = await submitAll(events);
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 202).length).toBeGreaterThanOrEqual(5);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(refused[0]).toMatchObject({ body: { code: 'integration-bus.QUOTA_EXCEEDED' } });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    const again = events[answers.findIndex(({ status }) => status === 429)] as ReturnType<typeof anEvent>;
    await eventually(async () => (await tax.submit(again)).status === 202, { timeoutMs: 60_000 });
  });

  it('of bytes a second is answered 429 too', async () => {
    await quota({ bytesPerSecond: 100 });
    const answers = [await tax.submit(anEvent('y'.repeat(200))), await tax.submit(anEvent())];
    expect(answers.map(({ status }) => status)).toEqual([202, 429]);
    expect(answers[1]?.body.detail).toContain('bytesPerSecond');
  });

  it('of requests at the same time is answered 429, and others are not', async () => {
    await bus.administer("update member set transport = 'pull' where code in ('tax', 'intake')");
    await quota({ concurrentRequests: 2 });
    const waits = [1, 2].map(() => tax.lease({ waitSeconds: 3 }));
    await eventually(async () => (await tax.submit(anEvent())).status === 429, { timeoutMs: 3_000 });
    expect((await new HttpMember(bus, 'intake').lease()).messages).toEqual([]);
    await Promise.all(waits);
    expect(await tax.submit(anEvent())).toMatchObject({ status: 202 });
    await bus.administer("update member set transport = 'kafka' where transport = 'pull'");
  });
});
