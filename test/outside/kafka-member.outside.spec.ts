import { eventually } from '@lienthong/testing';
import { kafkaClient } from '../../tools/local-infra/src';
import { OutsideStack } from './support/outside-stack';
import { type Ended, pythonWithPackages, runMember } from './support/python';

describe('a member on Kafka that was written in Python from the protocol page', () => {
  let python: string;
  let outside: OutsideStack;
  beforeAll(async () => {
    python = await pythonWithPackages();
    outside = await OutsideStack.start();
  });
  afterAll(() => outside?.stop());

  const ask = (dossierCode: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    runMember(python, {
      script: 'kafka_member.py',
      args: [dossierCode],
      env: { ...outside.environmentOf('portal'), ...env },
    });
  const deliveries = (
    dossierCode: string,
  ): Promise<{ id: string; seq: number; type: string; outcome: string | null }[]> =>
    outside.bus(
      `select e.id::text as id, d.seq::int as seq, e.attributes ->> 'type' as type, d.outcome
       from delivery d join log_entry e using (log_id)
       where d.recipient = 'portal' and d.stream = $1 order by d.seq`,
      [`dossier:${dossierCode}`],
    );

  it('asks the one-stop desk about a dossier and is told where it stands; both sides verify what they get', async () => {
    const dossierCode = await outside.acceptedDossier();
    const { code, said, complained } = await ask(dossierCode);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said).toMatchObject({ answer: 'accepted', told: [{ dossierCode, outcome: 'known' }] });
    await eventually(async () => (await deliveries(dossierCode)).every(({ outcome }) => outcome === 'handled'));
  });

  it('numbers the stream of a dossier, and takes what the desk sends in order', async () => {
    const dossierCode = 'H19.91.01-260803-9001';
    for (const number of [1, 2]) {
      const { said } = await ask(dossierCode);
      expect(said.told).toMatchObject([{ dossierCode, outcome: 'unknown' }]);
      expect((await deliveries(dossierCode)).map(({ seq }) => seq)).toHaveLength(number);
    }
    const [last] = await outside.bus<{ n: number }>('select last_in::int as n from stream_in where key = $1', [
      `portal|dossier:${dossierCode}`,
    ]);
    expect(last?.n).toBe(2);
  });

  it('answers a repeat as before, and takes it for nothing new', async () => {
    const dossierCode = 'H19.91.01-260803-9001';
    const before = await repeatEverything(outside, 'portal');
    const { said } = await ask(dossierCode);
    expect(said.told).toHaveLength(1);
    const again = await outside.bus<{ n: number }>(
      "select count(*)::int as n from log_entry where kind = 'acknowledgement' and attributes ->> 'source' = '/members/portal'",
    );
    expect(again[0]?.n).toBeGreaterThanOrEqual(2 * before);
  });

  it('takes a void for the number of what may no longer be delivered, and goes on', async () => {
    const dossierCode = 'H19.91.01-260803-9002';
    const grant = (enabled: boolean): Promise<object[]> =>
      outside.bus("update grant_row set enabled = $1 where recipient = 'portal'", [enabled]);
    const state = (name: string): Promise<object[]> =>
      outside.bus("update member set state = $1 where code = 'portal'", [name]);
    const intake = outside.stack.service('intake');
    await intake.stop();
    expect((await ask(dossierCode, { SECONDS: '4' })).said).toMatchObject({ answer: 'accepted', told: [] });
    await state('suspended');
    intake.start();
    await eventually(async () => (await deliveries(dossierCode)).length === 1, { timeoutMs: 60_000 });
    await grant(false);
    await state('active');
    const isVoid = async (): Promise<boolean> =>
      (await deliveries(dossierCode))[0]?.type.includes('protocol.void') ?? false;
    await eventually(isVoid, { timeoutMs: 30_000, describe: 'a void in the place of the answer' });
    await grant(true);
    const { said } = await ask(dossierCode);
    expect(said.told).toMatchObject([{ outcome: 'unknown' }]);
    await eventually(async () => (await deliveries(dossierCode)).every(({ outcome }) => outcome === 'handled'));
  });
});

/** Writes every record of a member's topic once more, as a careless delivery would. Returns how many there were. */
async function repeatEverything({ infra, run }: OutsideStack, member: string): Promise<number> {
  const client = kafkaClient(infra.kafka);
  const topic = `${run.topicPrefix}${member}.in`;
  const [admin, consumer, producer] = [
    client.admin(),
    client.consumer({ groupId: `${topic}.copy` }),
    client.producer(),
  ];
  await Promise.all([admin.connect(), consumer.connect(), producer.connect()]);
  const ends = await admin.fetchTopicOffsets(topic);
  const wanted = ends.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  const messages: { key: Buffer | null; value: Buffer | null; headers: Record<string, string> }[] = [];
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachMessage = ({ message: { key, value, headers = {} } }: { message: RawMessage }): Promise<void> => {
      const texts = Object.entries(headers).map(([name, text]) => [name, String(text)]);
      messages.push({ key, value, headers: Object.fromEntries(texts) as Record<string, string> });
      if (messages.length >= wanted) resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  const deliveries = messages.filter(({ headers }) => 'ce_deliverysequence' in headers);
  await producer.send({ topic, messages: deliveries });
  await Promise.all([admin.disconnect(), consumer.disconnect(), producer.disconnect()]);
  return deliveries.length;
}

interface RawMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: object;
}
