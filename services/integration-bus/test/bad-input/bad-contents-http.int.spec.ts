import { Clock } from '@lienthong/kernel';
import { memberSigner } from '@lienthong/service-host';
import { SpecBus } from '../bus.mother';
import { type HttpAnswer, HttpMember } from '../http-member.mother';
import { dossier } from '../member.mother';
import { badContents } from './contents.data';
import { type BadInput, Forge, type ForgeKeys, type RawRecord, SECRET } from './forge.mother';

const JSON_TYPE = 'application/json';
const MALFORMED = 'integration-bus.EVENT_MALFORMED';
/** What another way to write the same content is in a form that writes it anew: not what was signed. */
const CHANGED = 'integration-bus.CONTENT_CHANGED';
const rows = badContents.filter(({ code }) => !['envelope.TOMBSTONE', 'envelope.TOO_LARGE'].includes(code));

describe('bad content over HTTP', () => {
  let bus: SpecBus;
  let tax: HttpMember;
  let next = 0;
  beforeAll(async () => {
    bus = await SpecBus.start({ MEMBER_MESSAGES_PER_SECOND: '10000', MEMBER_REQUESTS_PER_SECOND: '10000' });
    await bus.administer("update member set transport = 'pull' where code = 'tax'");
    tax = new HttpMember(bus, 'tax');
  });
  afterAll(() => bus.stop());

  const spoiltBy = ({ spoil }: BadInput): RawRecord => {
    const own = memberSigner(bus.home.folder, 'tax');
    const keys = { own } as ForgeKeys;
    return spoil(
      new Forge(dossier((next += 1)), keys, bus.running.app.get(Clock).now(), bus.member('tax'), (member) => member),
    );
  };
  const attributesOf = ({ headers }: RawRecord): [string, string][] =>
    Object.entries(headers).flatMap(([name, text]) => (name.startsWith('ce_') ? [[name.slice(3), String(text)]] : []));
  const isLogged = async (record: RawRecord): Promise<boolean> =>
    (await bus.rows("select 1 from log_entry where id = $1 and kind = 'rejected'", [record.headers.ce_id])).length ===
    1;

  const submitBinary = (record: RawRecord): Promise<HttpAnswer> => {
    const headers = Object.fromEntries(
      attributesOf(record).map(([name, text]) => [`ce-${name}`, encodeURIComponent(text)]),
    );
    return tax.post('/messages', record.value as Buffer, { 'content-type': JSON_TYPE, ...headers });
  };
  const submitStructured = (record: RawRecord): Promise<HttpAnswer> => {
    const head = JSON.stringify({ ...Object.fromEntries(attributesOf(record)), datacontenttype: JSON_TYPE });
    const body = Buffer.concat([Buffer.from(`${head.slice(0, -1)},"data":`), record.value as Buffer, Buffer.from('}')]);
    return tax.post('/messages', body, { 'content-type': 'application/cloudevents+json' });
  };
  const codeInStructured = ({ code }: BadInput, { value }: RawRecord): string => {
    if (code === 'envelope.NOT_CANONICAL') return CHANGED;
    return isJson(value as Buffer) ? code : MALFORMED;
  };

  it.each(rows.map((row) => [row.what, row] as const))(
    '%s: the same code as on Kafka in the binary form',
    async (_, row) => {
      const record = spoiltBy(row);
      const answer = await submitBinary(record);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body.code).toBe(row.code);
      expect(answer.text).not.toContain(SECRET);
      expect(await isLogged(record)).toBe(true);
    },
  );

  it.each(rows.map((row) => [row.what, row] as const))('%s: never taken in the structured form', async (_, row) => {
    const record = spoiltBy(row);
    const answer = await submitStructured(record);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.code).toBe(codeInStructured(row, record));
    expect(answer.text).not.toContain(SECRET);
    if (![MALFORMED, CHANGED].includes(String(answer.body.code))) expect(await isLogged(record)).toBe(true);
  });
});

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}
