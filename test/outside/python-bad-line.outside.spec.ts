import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@lienthong/testing';
import { kafkaClient } from '../../tools/local-infra/src';
import { BadLine } from './support/bad-line';
import { OutsideStack } from './support/outside-stack';
import { type Ended, pythonWithPackages, runMember } from './support/python';
import { copiesOf, type Copied } from './support/repeat-records';

const SUBMIT = 'POST /messages';
const PULL = 'POST /messages/leases';
const DIRECTORY = 'GET /directory/keys';
const NO_RECORD: Copied = { key: null, value: null, headers: {} };

/** What docs/protocol.md §4, §5 and §8 ask of a member whose line or bus is bad for a while, of the members in Python. */
describe('members written in Python', () => {
  let python: string;
  let outside: OutsideStack;
  let line: BadLine;
  beforeAll(async () => {
    python = await pythonWithPackages();
    outside = await OutsideStack.start();
  });
  afterAll(() => outside?.stop());
  beforeEach(async () => (line = await BadLine.to(outside.stack.urls['integration-bus'] ?? '')));
  afterEach(() => line.close());

  const onHttp = (dossierCode: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> => {
    const told = { ...outside.environmentOf('service-desk'), BUS_URL: line.url, PATIENCE: '3', ...env };
    return runMember(python, { script: 'http_member.py', args: [dossierCode], env: told });
  };
  const onKafka = (dossierCode: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    runMember(python, {
      script: 'kafka_member.py',
      args: [dossierCode],
      env: { ...outside.environmentOf('portal'), BUS_URL: line.url, ...env },
    });
  const isAnswered = (dossierCode: string): object => ({
    code: 0,
    complained: '',
    said: { answer: 'accepted', told: [{ dossierCode }] },
  });

  it('go on when a line gives no answer, hangs up or breaks within the answer (over HTTP, pulling)', async () => {
    line.suffers(SUBMIT, 'breaks within the answer', 'hangs up');
    line.suffers(PULL, 'hangs up', 'no answer', 'breaks within the answer');
    line.suffers(DIRECTORY, 'hangs up', { status: 503 }, 'breaks within the answer');
    const dossierCode = 'H19.91.01-260803-9101';
    expect(await onHttp(dossierCode, { SECONDS: '120' })).toMatchObject(isAnswered(dossierCode));
    expect(line.left).toBe(0);
  });

  it('send nothing before Retry-After is over, and then again after 5 seconds, then 10 (over HTTP, pulling)', async () => {
    line.suffers(SUBMIT, { status: 429, retryAfterSeconds: 8 }, { status: 503 });
    const dossierCode = 'H19.91.01-260803-9102';
    expect(await onHttp(dossierCode, { SECONDS: '120' })).toMatchObject(isAnswered(dossierCode));
    const [afterRefusal = 0, afterSecond = 0] = line.pausesOf(SUBMIT);
    expect(afterRefusal).toBeGreaterThan(7_900);
    expect(afterSecond).toBeGreaterThan(9_900);
    const firstPull = line.came.get(PULL)?.[0] ?? 0;
    expect(firstPull - (line.came.get(SUBMIT)?.[0] ?? 0)).toBeGreaterThan(7_900);
  });

  it('send what has no answer again after 5 seconds, then 10 (on Kafka)', async () => {
    const bus = outside.stack.service('integration-bus');
    await bus.stop();
    const before = await recordsIn('portal.out');
    const { said } = await onKafka('H19.91.01-260803-9103', { SECONDS: '18' });
    expect(said).toMatchObject({ answer: null, told: [] });
    expect((await recordsIn('portal.out')) - before).toBe(3);
    bus.start();
    await outside.stack.ready();
  });

  it.each([
    ['over HTTP, pulling', onHttp, 'H19.91.01-260803-9104'],
    ['on Kafka', onKafka, 'H19.91.01-260803-9105'],
  ])('go on when the bus is started again while they wait for an answer (%s)', async (_way, ask, dossierCode) => {
    const [bus, intake] = [outside.stack.service('integration-bus'), outside.stack.service('intake')];
    await intake.stop();
    const ended = ask(dossierCode, { SECONDS: '120', PATIENCE: '30' });
    await eventually(() => isAccepted(dossierCode), { timeoutMs: 60_000, describe: 'the question to be accepted' });
    await delay(1_000);
    await bus.kill();
    await delay(3_000);
    bus.start();
    intake.start();
    expect(await ended).toMatchObject(isAnswered(dossierCode));
    await outside.stack.ready();
  });

  it('set a record aside that nobody can verify, and go on with the next (on Kafka)', async () => {
    const dossierCode = 'H19.91.01-260803-9106';
    expect(await onKafka(dossierCode)).toMatchObject(isAnswered(dossierCode));
    const [genuine = NO_RECORD] = await copiesOf(outside, 'portal');
    await writeToPortal([
      { key: genuine.key, value: Buffer.from('no message'), headers: {} },
      { ...genuine, headers: { ...genuine.headers, ce_subject: 'H19.91.01-260803-9999' } },
      { ...genuine, value: Buffer.from('{}') },
    ]);
    const { code, said, complained } = await onKafka(dossierCode);
    expect({ code, told: said.told?.length }).toEqual({ code: 0, told: 1 });
    expect(complained.match(/^set aside: \S+portal\.in \d+ \d+: /gm)).toHaveLength(3);
    expect(await onKafka(dossierCode)).toMatchObject(isAnswered(dossierCode));
  });

  it('judge a record later when the bus does not say whose key it is, and lose nothing (on Kafka)', async () => {
    line.suffers(DIRECTORY, 'hangs up', { status: 503 }, 'breaks within the answer');
    const dossierCode = 'H19.91.01-260803-9107';
    expect(await onKafka(dossierCode)).toMatchObject(isAnswered(dossierCode));
    expect(line.left).toBe(0);
  });

  const isAccepted = async (dossierCode: string): Promise<boolean> =>
    (await outside.bus("select 1 from log_entry where kind = 'accepted' and subject = $1", [dossierCode])).length > 0;
  const recordsIn = async (topic: string): Promise<number> => {
    const admin = kafkaClient(outside.infra.kafka).admin();
    await admin.connect();
    try {
      const ends = await admin.fetchTopicOffsets(`${outside.run.topicPrefix}${topic}`);
      return ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    } finally {
      await admin.disconnect();
    }
  };
  const writeToPortal = async (messages: readonly Copied[]): Promise<void> => {
    const producer = kafkaClient(outside.infra.kafka).producer();
    await producer.connect();
    await producer.send({ topic: `${outside.run.topicPrefix}portal.in`, messages: [...messages] });
    await producer.disconnect();
  };
});
