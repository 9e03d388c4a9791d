import { completeEnvelope } from './envelope.mother';
import { fromHeaders, toHeaders } from './headers';

const OPTIONAL = [
  'ce_subject',
  'ce_causationid',
  'ce_expirytime',
  'traceparent',
  'ce_acceptedat',
  'ce_logid',
  'ce_deliveryepoch',
  'ce_deliverysequence',
];

const complete = completeEnvelope();
const headers = toHeaders(complete);
const buffers = (): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]));

describe('the headers of a message', () => {
  it('carry the whole envelope there and back', () => {
    expect(fromHeaders(headers, complete.value)).toEqual(complete);
    expect(fromHeaders(buffers(), complete.value)).toEqual(complete);
  });

  it('are CloudEvents 1.0 in Kafka binary mode', () => {
    expect(headers).toMatchObject({
      ce_specversion: '1.0',
      'content-type': 'application/json',
      ce_source: '/members/tax',
    });
    const names = Object.keys(headers).filter((name) => name !== 'content-type' && name !== 'traceparent');
    expect(names.every((name) => /^ce_[a-z0-9]+$/.test(name))).toBe(true);
  });

  it('may lack what is optional', () => {
    const few = Object.fromEntries(Object.entries(headers).filter(([name]) => !OPTIONAL.includes(name)));
    const envelope = fromHeaders(few, complete.value);
    expect(toHeaders(envelope)).toEqual(few);
    expect(envelope.bus).toEqual({});
    expect('subject' in envelope.attributes).toBe(false);
  });

  it.each(Object.keys(headers).filter((name) => !OPTIONAL.includes(name)))('must have %s', (header) => {
    expect(() => fromHeaders({ ...headers, [header]: undefined }, complete.value)).toThrow(
      expect.objectContaining({ code: 'envelope.HEADER_MISSING', facts: { header } }),
    );
  });

  it.each([
    ['ce_specversion', '0.3'],
    ['content-type', 'application/json; charset=utf-8'],
    ['ce_id', '019bf0f2-69f0-4b21-8c11-5a1f2e3d4c05'],
    ['ce_type', 'vn.lienthong.tax.PaymentNotices.v1'],
    ['ce_type', 'vn.lienthong.tax.payment-notices-issued.v0'],
    ['ce_source', '/members/'],
    ['ce_source', '/members/tax/x'],
    ['ce_subject', ''],
    ['ce_subject', 'two words'],
    ['ce_time', '2026-08-03T09:12:00'],
    ['ce_partitionkey', 'parcel:1'],
    ['ce_partitionkey', 'dossier:'],
    ['ce_partitionkey', 'dossier:a\n'],
    ['ce_senderoffice', 'Bien-Hoa'],
    ['ce_recipients', 'land-registry/bien-hoa,intake/bien-hoa'],
    ['ce_recipients', 'intake/bien-hoa,intake/bien-hoa'],
    ['ce_recipients', ''],
    ['ce_recipients', 'intake'],
    ['ce_epoch', '01'],
    ['ce_sequence', '-1'],
    ['ce_sequence', '1.5'],
    ['ce_sequence', '1000000000000000'],
    ['ce_causationid', 'x'],
    ['ce_expirytime', 'tomorrow'],
    ['ce_contenthash', `${'h'.repeat(43)}`],
    ['ce_contentsalt', `${'h'.repeat(42)}A=`],
    ['ce_signature', 'a'.repeat(1025)],
    ['ce_signaturepath', ''],
    ['ce_logid', '7'],
    ['ce_deliverysequence', ' 9'],
  ])('must not have %s = "%s"', (header, text) => {
    expect(() => fromHeaders({ ...headers, [header]: text }, complete.value)).toThrow(
      expect.objectContaining({ code: 'envelope.HEADER_INVALID', facts: { header } }),
    );
  });

  it('must not come twice', () => {
    expect(() => fromHeaders({ ...headers, ce_id: [headers.ce_id, headers.ce_id] }, complete.value)).toThrow(
      'envelope.HEADER_REPEATED',
    );
  });

  it('may have a broken trace context or a foreign header: a dossier does not wait for that', () => {
    const envelope = fromHeaders({ ...headers, traceparent: 'broken', ce_foreign: 'x' }, complete.value);
    expect('traceparent' in envelope).toBe(false);
    expect(envelope.attributes).toEqual(complete.attributes);
  });

  it('need a value of at most 256 KiB', () => {
    expect(() => fromHeaders(headers, null)).toThrow('envelope.TOMBSTONE');
    expect(() => fromHeaders(headers, Buffer.alloc(262_145))).toThrow('envelope.TOO_LARGE');
  });
});
