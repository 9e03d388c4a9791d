import type { DongText } from '@lienthong/kernel';
import { DongAmount, DossierCode, Optional, Text } from './fields';
import { Message, messageOf, messageType } from './message';
import { streamOf } from './streams';
import { validateBody } from './validate-body';

@Message({
  owner: 'tax',
  name: 'obligation-fulfilled',
  version: 2,
  summary: 'The obligation of a dossier is fulfilled.',
  example: { dossierCode: 'H19.12-260803-0001', remainderDong: '0' },
})
class ObligationFulfilledV2 {
  @DossierCode() readonly dossierCode: string;
  @DongAmount() readonly remainderDong: DongText;
  @Optional() @Text({ max: 9 }) readonly note?: string;
}

@Message({
  owner: 'collecting-bank',
  name: 'payment-information',
  version: 1,
  summary: 'A voucher was debited.',
  stream: (body) => streamOf.voucher(body.reference),
  example: { reference: 'R1' },
})
class PaymentInformationV1 {
  @Text({ max: 9 }) readonly reference: string;
}

describe('a message class', () => {
  it('gives type, stream and subject of a dossier by default', () => {
    const message = messageOf(ObligationFulfilledV2);
    const body = validateBody(ObligationFulfilledV2, message.example, 'strict');
    expect(message.type).toBe('vn.lienthong.tax.obligation-fulfilled.v2');
    expect(message.stream(body)).toBe('dossier:H19.12-260803-0001');
    expect(message.subject(body)).toBe('H19.12-260803-0001');
    expect(message.bodyClass).toBe(ObligationFulfilledV2);
  });

  it('may state another stream, and then has no subject', () => {
    const message = messageOf(PaymentInformationV1);
    expect(message.stream(message.example)).toBe('voucher:R1');
    expect(message.subject(message.example)).toBeUndefined();
  });

  it('names its schema by the hash of the schema', () => {
    const { dataschema, schema, type } = messageOf(PaymentInformationV1);
    expect(dataschema).toMatch(new RegExp(`^urn:lienthong:schema:${type}:[A-Za-z0-9_-]{43}$`));
    expect(schema).toMatchObject({ title: type, type: 'object', required: ['reference'] });
  });

  it('without a dossier must state its stream', () => {
    class Orphan {
      @Text({ max: 9 }) readonly reference: string;
    }
    const declare = Message({ owner: 'tax', name: 'orphan', version: 1, summary: '', example: { reference: 'R' } });
    expect(() => declare(Orphan)).toThrow('envelope.STREAM_UNDECLARED');
    expect(() => messageOf(Orphan)).toThrow('envelope.MESSAGE_UNDECLARED');
  });

  it('has the wire name of its owner, name and version', () => {
    expect(messageType('land-registry', 'transfer-slip-sent', 1)).toBe(
      'vn.lienthong.land-registry.transfer-slip-sent.v1',
    );
  });
});

describe('streams', () => {
  it('are named by what they order', () => {
    expect([
      streamOf.dossier('H19-260803-0001'),
      streamOf.voucher('R'),
      streamOf.reconciliation('treasury', '2026-08-03'),
      streamOf.document('7'),
      streamOf.member('tax'),
    ]).toEqual([
      'dossier:H19-260803-0001',
      'voucher:R',
      'reconciliation:treasury:2026-08-03',
      'document:7',
      'member:tax',
    ]);
  });
});
