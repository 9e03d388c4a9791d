import { isPersonalNumber, personalNumberFacts } from '@lienthong/kernel';
import { canonicalBytes, messageOf, parseCanonical, personalPaths, validateBody } from '@lienthong/envelope';
import { grants, members, messages, TransferSlipSentV1 } from './index';
import { slipBytes } from './land-registry/slip-bytes';

const definitions = messages.map((message) => messageOf(message));

describe.each(definitions.map((definition) => [definition.type, definition] as const))('%s', (_type, definition) => {
  const example = definition.example as Record<string, unknown>;
  const bodyClass = definition.bodyClass as new () => object;

  it('has an example that may be sent', () => {
    expect(validateBody(bodyClass, example, 'strict')).toEqual(example);
  });

  it('has an example whose canonical bytes read back to the same data', () => {
    expect(parseCanonical(canonicalBytes(example))).toEqual(example);
  });

  it('tolerates a field of a later revision on receipt and refuses to send one that it does not know', () => {
    const later = { ...example, fieldOfALaterRevision: 'x' };
    expect(validateBody(bodyClass, later, 'tolerant')).toMatchObject(example);
    expect(() => validateBody(bodyClass, later, 'strict')).toThrow(
      expect.objectContaining({ code: 'envelope.BODY_INVALID' }),
    );
  });

  it('names every field that is missing', () => {
    expect(() => validateBody(bodyClass, {}, 'tolerant')).toThrow(
      expect.objectContaining({ code: 'envelope.BODY_INVALID' }),
    );
  });

  it('belongs to a member of the installation and can be sent to somebody', () => {
    expect(members.map(({ code }) => code)).toContain(definition.owner);
    const rows = grants.filter(({ type }) => type === definition.type);
    // granted to nobody at first: operators grant them to the member that asks
    if (/^dossier-status-(?:asked|told)$/.test(definition.name)) return expect(rows).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ sender }) => sender))).toEqual(new Set([definition.owner]));
  });
});

describe('the messages of a land transfer', () => {
  it('have wire names of their own', () => {
    const types = definitions.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    expect(types).toContain('vn.lienthong.land-registry.transfer-slip-sent.v1');
  });

  it('travel in the stream of their dossier, of their voucher, of their document or of their reconciliation', () => {
    const streams = definitions.map((definition) => definition.stream(definition.example).split(':')[0]);
    expect(new Set(streams)).toEqual(new Set(['dossier', 'voucher', 'document', 'reconciliation']));
  });

  it('tell the dossier as subject only where the dossier may be known (M31, M34 to M36, M41, M46, M47 are not)', () => {
    const silent = definitions.filter((definition) => definition.subject(definition.example) === undefined);
    expect([...new Set(silent.map(({ name }) => name))].sort()).toEqual([
      'bookings-of-day-told',
      'credit-advice',
      'day-reconciled',
      'debt-asked',
      'debt-told',
      'payable-items-closed',
      'payable-items-published',
      'payment-correction-requested',
      'payment-information',
      'payment-investigation-answered',
      'payment-investigation-opened',
      'revenue-booked',
      'revenue-booked-copy',
      'revenue-booking-adjusted',
      'unassigned-credit-advised',
      'vouchers-of-day-told',
    ]);
  });

  it('mark names and numbers of the parties as personal data', () => {
    expect(personalPaths(TransferSlipSentV1)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('name'),
        expect.stringContaining('personalIdentificationNumber'),
      ]),
    );
  });

  it('are granted once per recipient, and the treasury copy to land is off by default (M41)', () => {
    const keys = grants.map(({ sender, recipient, type }) => [sender, recipient, type].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    expect(grants.filter(({ enabled }) => !enabled).map(({ type }) => type)).toEqual([
      'vn.lienthong.treasury.revenue-booked-copy.v1',
    ]);
  });

  it('show worked example W2: 16,000,000 and 4,000,000 đồng for invented persons', () => {
    const texts = definitions.map(({ example }) => JSON.stringify(example));
    expect(texts.some((text) => text.includes('"amountDong":"16000000"'))).toBe(true);
    expect(texts.some((text) => text.includes('"amountDong":"4000000"'))).toBe(true);
    const numbers = texts.flatMap((text) => text.match(/(?<=")075\d{9}(?=")/g) ?? []);
    expect(numbers.every((number) => isPersonalNumber(number))).toBe(true);
    expect(personalNumberFacts('075190000001')).toMatchObject({ sex: 'female', birthYear: 1990 });
  });
});

describe('the bytes that the leader signs (M10)', () => {
  const { signature, ...content } = messageOf(TransferSlipSentV1).example;

  it('hold the whole slip but not its signature', () => {
    expect(parseCanonical(slipBytes(content))).toEqual(content);
    expect(slipBytes(content).toString('utf8')).not.toContain(signature.value);
  });
});
