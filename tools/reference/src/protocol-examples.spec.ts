import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contentHash,
  fromHeaders,
  leafOf,
  memberOfSource,
  parseCanonical,
  publicKeyFromJwk,
  PROTOCOL_TYPES,
  SignatureVerifier,
} from '@lienthong/envelope';
import { exampleKey, withExamples } from './protocol-examples';

interface Example {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

const page = readFileSync(join(__dirname, '../../../docs/protocol.md'), 'utf8');
const documents = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => JSON.parse(text) as object);
const records = documents.filter((document): document is Example => 'headers' in document);
const verifier = new SignatureVerifier({
  find: (kid) =>
    kid === exampleKey.kid
      ? { kid, member: 'portal', key: publicKeyFromJwk(exampleKey), validFrom: '2026-01-01T00:00:00+07:00' }
      : undefined,
});

/** As the bus examines a record; the code of what is wrong, or nothing. */
function faultOf({ key, headers, value }: Example): string | undefined {
  try {
    const {
      attributes,
      contentsalt,
      signature,
      signaturepath,
      value: bytes,
    } = fromHeaders(headers, Buffer.from(value));
    const typ = attributes.type === PROTOCOL_TYPES.acknowledgement ? 'lienthong-acknowledgement' : 'lienthong-batch';
    const member = memberOfSource(attributes.source);
    verifier.verify(leafOf(attributes), signature, signaturepath, { member, at: new Date(attributes.time), typ });
    parseCanonical(bytes);
    const isWhole = contentHash(Buffer.from(contentsalt, 'base64url'), bytes) === attributes.contenthash;
    return isWhole && key === attributes.partitionkey ? undefined : 'content or key';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe('the examples of docs/protocol.md', () => {
  it('are those that the code makes', () => {
    expect(withExamples(page)).toBe(page);
  });

  it('verify, byte for byte: a message alone, one of three, an acknowledgement', () => {
    expect(records.map(faultOf)).toEqual([undefined, undefined, undefined]);
  });

  it('verify no more when one letter of value or attributes is another', () => {
    for (const record of records) {
      expect(faultOf({ ...record, value: record.value.replace('0001', '0002') })).toBe('content or key');
      const headers = { ...record.headers, ce_time: '2026-08-03T09:12:00.251+07:00' };
      expect(faultOf({ ...record, headers })).toBe('envelope.SIGNATURE_INVALID');
    }
  });

  it('show the structured form with the same attributes as the record', () => {
    const structured = documents.find((document) => 'data' in document) as Record<string, unknown> | undefined;
    const { data, datacontenttype, ...attributes } = structured ?? {};
    const { 'content-type': contentType, ...headers } = records[0]?.headers ?? {};
    expect(Object.fromEntries(Object.entries(attributes).map(([name, text]) => [`ce_${name}`, text]))).toEqual(headers);
    expect([datacontenttype, JSON.stringify(data)]).toEqual([contentType, records[0]?.value]);
  });
});
