import { generateKey, type Signer, signerFromJwk } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { createKafka, createProducer, topicNames } from '@lienthong/messaging';
import { memberSigner } from '@lienthong/service-host';
import { eventually, testInfrastructure } from '@lienthong/testing';
import { ExchangeConsumer } from '../../src/exchange/exchange-consumer';
import { SpecBus } from '../bus.mother';
import { dossier } from '../member.mother';
import { TopicListener } from '../topic-listener.mother';
import { badInput } from './bad-input.data';
import { type BadInput, Forge, type ForgeKeys, type RawRecord, SECRET } from './forge.mother';

const fs = jest.requireActual<typeof import('node:fs')>('node:fs');
const DAY_MS = 86_400_000;
const PART_OF_SECRET = SECRET.slice(0, 9);

interface Spoilt {
  readonly row: BadInput;
  readonly forge: Forge;
  readonly record: RawRecord;
}

/** Where a refusal is found in the logs: by the id of a proven message, by the place of any other record. */
type Place = string;

describe('all bad input at once on the topic of a member, through Kafka', () => {
  const written: string[] = [];
  let bus: SpecBus;
  let topics: TopicListener;
  let spoilt: readonly Spoilt[];
  let expected: ReadonlyMap<Place, string>;
  beforeAll(async () => {
    listenToStandardOutput(written);
    bus = await SpecBus.start({ LOG_LEVEL: 'trace', TOPIC_PARTITIONS: '1' });
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
    const keys = await forgeKeys(bus);
    spoilt = badInput.map((row, i) => {
      const forge = forgeOf(bus, keys, i + 1);
      return { row, forge, record: row.spoil(forge) };
    });
    expected = await produceTogether(spoilt);
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
    jest.restoreAllMocks();
  });

  it('is refused row by row, each by its own code, in the message log', async () => {
    const rows = (): Promise<{ id: string; place: string; code: string }[]> =>
      bus.rows(
        `select id::text as id, (content ->> 'topic') || '/' || (content ->> 'offset') as place, verdict ->> 'code' as code
         from log_entry where kind = 'rejected'`,
      );
    await eventually(async () => (await rows()).length >= expected.size, { describe: 'a log entry for each row' });
    expect(new Map((await rows()).map(({ id, place, code }) => [place ?? id, code]))).toEqual(expected);
  });

  it('is told row by row in the log of the process', async () => {
    const lines = (): { place: Place; code: string }[] => written.flatMap(refusalsIn);
    await eventually(() => lines().length >= expected.size, { describe: 'a line for each row' });
    expect(new Map(lines().map(({ place, code }) => [place, code]))).toEqual(expected);
  });

  it('lets the next good message of every stream pass', async () => {
    const good = spoilt.map(({ forge, row }) => forge.notice({ sequence: row.next, body: bodyOf(forge) }));
    await topics.produce(good as never);
    const missing = (): string[] => {
      const arrived = new Set(topics.at('land-registry').map(({ headers }) => headers.ce_id));
      return spoilt.filter((_, i) => !arrived.has(String(good[i]?.headers.ce_id))).map(({ row }) => row.what);
    };
    await eventually(() => missing().length === 0, { describe: () => `what follows: ${missing().join('; ')}` });
    const consumer = bus.running.app.get(ExchangeConsumer);
    expect(consumer.state()?.failedBatches).toBe(0);
  });

  it('leaves no trace of its content, in no log and no table', async () => {
    expect(written.join('')).not.toContain(PART_OF_SECRET);
    const found = await bus.rows(
      `select 'log' as place from log_entry e where e::text like $1
       union all select 'rejection' from rejection r where r::text like $1
       union all select 'stash' from stash s where s::text like $1
       union all select 'payload' from payload where position(convert_to($2, 'UTF8') in value) > 0`,
      [`%${PART_OF_SECRET}%`, PART_OF_SECRET],
    );
    expect(found).toEqual([]);
  });
});

/** The bus runs in this process and writes its log by one of these, depending on what the output is; nothing is shown. */
function listenToStandardOutput(written: string[]): void {
  const isLog = (text: unknown): boolean => String(text).startsWith('{"level"');
  const take = (text: unknown): number => {
    written.push(String(text));
    return Buffer.byteLength(String(text));
  };
  const say = process.stdout.write.bind(process.stdout);
  jest
    .spyOn(process.stdout, 'write')
    .mockImplementation(((text: string) => (isLog(text) ? take(text) > 0 : say(text))) as never);
  const write = fs.writeSync.bind(fs) as (fd: number, ...rest: unknown[]) => number;
  jest
    .spyOn(fs, 'writeSync')
    .mockImplementation((fd: number, ...rest: unknown[]) => (isLog(rest[0]) ? take(rest[0]) : write(fd, ...rest)));
}

function bodyOf({ dossierCode }: Forge): object {
  return { dossierCode, text: 'what follows' };
}

function forgeOf(bus: SpecBus, keys: ForgeKeys, number: number): Forge {
  const topics = topicNames(bus.topicPrefix);
  const now = bus.running.app.get(Clock).now();
  return new Forge(dossier(number), keys, now, bus.member('tax'), (member) => topics.out(member));
}

/** Keys of the tax office that held before, or will hold, beside the one of today. */
async function forgeKeys(bus: SpecBus): Promise<ForgeKeys> {
  const now = bus.running.app.get(Clock).now().getTime();
  const at = (days: number): string => instantText(new Date(now + days * DAY_MS));
  return {
    own: memberSigner(bus.home.folder, 'tax'),
    ofAnotherMember: memberSigner(bus.home.folder, 'land-registry'),
    stranger: signerFromJwk(generateKey('tax-nobody').privateJwk),
    expired: await registeredKey(bus, 'tax-old', [at(-9), at(-1)]),
    notYetValid: await registeredKey(bus, 'tax-new', [at(1), at(9)]),
  };
}

async function registeredKey(bus: SpecBus, kid: string, [from, to]: readonly [string, string]): Promise<Signer> {
  const { privateJwk, publicJwk } = generateKey(kid);
  await bus.administer(
    `insert into member_key (kid, member, jwk, valid_from, valid_to, log_id)
     select $1, 'tax', $2, $3, $4, log_id from member where code = 'tax'`,
    [kid, JSON.stringify(publicJwk), from, to],
  );
  return signerFromJwk(privateJwk);
}

/** Writes all rows in one request, each topic in the order of the table. Returns where each refusal is to be found. */
async function produceTogether(all: readonly Spoilt[]): Promise<Map<Place, string>> {
  const byTopic = new Map<string, Spoilt[]>();
  for (const one of all) byTopic.set(one.record.topic, [...(byTopic.get(one.record.topic) ?? []), one]);
  const producer = createProducer(createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'spec' }));
  await producer.connect();
  await producer.sendBatch({
    topicMessages: [...byTopic].map(([topic, ones]) => ({
      topic,
      messages: ones.map(({ record: { key, value, headers } }) => ({
        ...{ key, value, partition: 0 },
        headers: Object.fromEntries(Object.entries(headers).filter(([, text]) => text !== undefined)) as never,
      })),
    })),
  });
  await producer.disconnect();
  return new Map(
    [...byTopic.values()].flatMap((ones) =>
      ones.map(({ row, record }, offset): [Place, string] => [
        row.isVerified ? String(record.headers.ce_id) : `${record.topic}/${offset}`,
        row.code,
      ]),
    ),
  );
}

function refusalsIn(line: string): { place: Place; code: string }[] {
  return line
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => JSON.parse(one) as { code?: string; messageId: string; topic?: string; offset?: string })
    .flatMap(({ code, messageId, topic, offset }) =>
      code === undefined ? [] : { code, place: topic === undefined ? messageId : `${topic}/${offset}` },
    );
}
