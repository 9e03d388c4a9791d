import { PaymentInvestigationOpenedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import type { Problem } from '@lienthong/service-host';
import type { ApiClient, TestStage } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { InvestigationOpenedHandler } from '../src/payment-investigations/investigation-opened.handler';
import { openTax, signedSlip } from './tax-service.mother';
import { aParcel, aPriceRow } from './transfer-slip.mother';

const SLIP_MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const dossierCode = 'H19.91.01-260803-0001';
const slip = { dossierCode, slipId: '019fc562-94c0-7000-8000-000000000001', slipNumber: '1/PC' };

interface Line {
  readonly kind: string;
  readonly by: string;
  readonly messageId?: string;
  readonly reason?: string;
  readonly rules: readonly string[];
}

describe('the desks of the tax office', () => {
  let stage: TestStage;
  let officer: ApiClient;
  beforeAll(async () => {
    stage = await openTax();
    officer = await stage.as('tax-officer');
    const row = aPriceRow(8_000_000n);
    const { communeCode, purpose, position } = aParcel('100', [row]);
    await (await stage.as('price-keeper')).post('/price-rows', { rows: [{ communeCode, purpose, position, ...row }] });
    const message = { id: SLIP_MESSAGE, sender: 'land-registry', body: signedSlip(stage, slip) };
    await stage.handle(AssessTransferSlipHandler, message);
  });
  afterAll(() => stage.close());

  const decide = (headers: Readonly<Record<string, string>>) =>
    officer.call<Problem>(`/assessments/${dossierCode}/issue`, {
      method: 'POST',
      body: { reason: 'Đúng giá' },
      headers,
    });

  it('show an assessment as due on the last day for its notices (T5)', async () => {
    expect((await officer.get('/work-list')).body['items']).toMatchObject([
      { key: dossierCode, step: 'issue', dueAt: '2026-08-06T17:00:00.000+07:00', late: false, etag: '"1"' },
    ]);
  });

  it('let one of two officers issue, who looked at what stands', async () => {
    const colleague = await stage.as('agency-leader');
    const reassigned = { toPerson: 'tax-officer-2', toName: 'Mai Văn Quân', reason: 'Nghỉ phép' };
    const clock = stage.service.running.app.get(Clock, { strict: false });
    const person = { member: 'tax', role: 'tax-officer', office: 'bien-hoa', person: 'tax-officer-2', clock };
    await stage.service.api.as(await stage.service.home.token(person)).get('/work-list');
    await officer.post(`/work-list/assessment/${dossierCode}/claim`);
    await colleague.post(`/work-list/assessment/${dossierCode}/reassign`, reassigned);
    expect((await decide({ 'if-match': '"1"' })).body.code).toBe('desk.CLAIMED_BY_ANOTHER');
    await colleague.post(`/work-list/assessment/${dossierCode}/reassign`, {
      ...reassigned,
      toPerson: 'tax-officer-bien-hoa',
    });
    expect((await decide({})).body.code).toBe('desk.VERSION_MISSING');
    expect((await decide({ 'if-match': '"9"' })).body.code).toBe('desk.CHANGED_MEANWHILE');
    expect((await decide({ 'if-match': '"1"' })).status).toBe(200);
  });

  it('tell of a dossier who did what, because of which message, and under which rows of law', async () => {
    const { items } = (await officer.get<{ items: Line[] }>(`/history/${dossierCode}`)).body;
    const assessed = items.find(({ kind }) => kind === 'assessment');
    expect(assessed).toMatchObject({ by: 'land-registry/bien-hoa', messageId: SLIP_MESSAGE });
    expect(assessed?.rules).toEqual([
      'regime C',
      ...['P1', 'L1', 'L9'].map((rule): unknown => expect.stringContaining(`${rule} from `)),
    ]);
    const issued = items.filter(({ kind, by }) => kind === 'assessment' && by === 'tax-officer-bien-hoa').at(-1);
    expect(issued).toMatchObject({
      reason: 'Đúng giá',
      messageId: SLIP_MESSAGE,
      fields: ['state', 'issuedAt', 'issuedBy'],
    });
    const owed = items.find(({ kind }) => kind === 'obligation');
    expect(owed).toMatchObject({ by: 'tax-officer-bien-hoa', rules: assessed?.rules });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['slip', 'assessment', 'payable-item', 'obligation']),
    );
  });

  it('tell who entered a row of the price table, when, and by which decision', async () => {
    const { communeCode, purpose, position } = aParcel('100', []);
    const place = encodeURIComponent([communeCode, purpose, position].join('|'));
    const { items } = (await officer.get<{ items: object[] }>(`/history/${place}`)).body;
    expect(items).toMatchObject([
      {
        kind: 'price-place',
        by: 'price-keeper-bien-hoa',
        at: expect.stringMatching(/^2026-08-03T10:/) as string,
        rules: [expect.stringContaining(aPriceRow(8_000_000n).decision) as string],
      },
    ]);
  });

  it('find an organisation by its tax code and a foreigner by the number of the paper, before anything is issued', async () => {
    const [person] = signedSlip(stage, slip).sellers;
    const { personalIdentificationNumber: _none, ...others } = person!;
    const code = 'H19.91.01-260803-0002';
    const seller = { ...others, kind: 'organisation', name: 'Công ty Thử Nghiệm', taxCode: '3600000014' } as const;
    const identityDocument = { kind: 'passport', number: 'N1234567', issuedOn: '2020-01-01' };
    const body = signedSlip(stage, {
      ...{ dossierCode: code, slipId: '019fc562-94c0-7000-8000-000000000002', slipNumber: '2/PC' },
      sellers: [seller],
      buyers: [{ ...others, name: 'Person of the test', identityDocument }],
    });
    await stage.handle(AssessTransferSlipHandler, { sender: 'land-registry', body });
    for (const value of ['3600000014', 'N1234567']) {
      const { items } = (await officer.post<{ items: object[] }>('/search', { by: 'person', value })).body;
      expect(items).toMatchObject([{ kind: 'slip', subject: code }]);
    }
  });

  it('find a dossier by the number of its notice and of its slip, and by its payers', async () => {
    const found = async (by: string, value: string): Promise<string[]> => {
      const { body } = await officer.post<{ items: { kind: string; subject: string }[] }>('/search', { by, value });
      return body.items.map(({ kind, subject }) => `${kind} ${subject}`);
    };
    const { notices } = (
      await officer.get<{ notices: { number: string; rows: { payerName: string }[] }[] }>(`/assessments/${dossierCode}`)
    ).body;
    expect(await found('notice', notices[0]?.number ?? '')).toEqual([`payable-item ${dossierCode}`]);
    expect(await found('receipt', '1/PC')).toEqual([`slip ${dossierCode}`]);
    expect(await found('name', notices[0]?.rows[0]?.payerName ?? '')).toEqual(
      expect.arrayContaining([`payable-item ${dossierCode}`, `slip ${dossierCode}`]),
    );
  });

  it('show a payment that the treasury asks about with the day of C1-07, and who answered because of which message (T25)', async () => {
    const opened = messageOf(PaymentInvestigationOpenedV1).example;
    const { investigationId, reference } = opened;
    await stage.handle(InvestigationOpenedHandler, { id: SLIP_MESSAGE, sender: 'treasury', body: opened });
    expect((await officer.get('/work-list?step=investigate')).body['items']).toMatchObject([
      { kind: 'payment-investigation', key: investigationId, dueAt: `${opened.requestBy}T17:00:00.000+07:00` },
    ]);
    const asked = (headers: Readonly<Record<string, string>>) =>
      officer.call<Problem>(`/payment-investigations/${investigationId}/correction`, {
        method: 'POST',
        body: { finding: 'right', explanation: 'Chứng từ gốc ghi đúng.' },
        headers,
      });
    expect((await asked({})).body.code).toBe('desk.VERSION_MISSING');
    expect((await asked({ 'if-match': '"1"' })).status).toBe(200);
    expect((await officer.get(`/history/${reference}`)).body['items']).toMatchObject([
      { state: 'open', by: 'treasury/bien-hoa', messageId: SLIP_MESSAGE, rules: ['regime C'] },
      { before: 'open', state: 'requested', by: 'tax-officer-bien-hoa', messageId: SLIP_MESSAGE },
    ]);
  });
});
