import type { PaymentNotice } from '@lienthong/contracts';
import { pdfText, type TestStage, withoutSpaces } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { openTax, signedSlip } from './tax-service.mother';
import { aParcel, aPriceRow } from './transfer-slip.mother';

const row = aPriceRow(8_000_000n);
const { communeCode, purpose, position } = aParcel('100', [row]);
const dossierCode = 'H19.91.01-260803-0001';
const slipId = '019fc562-94c0-7000-8000-000000000001';

describe('papers of the tax office', () => {
  let stage: TestStage;
  let notices: readonly PaymentNotice[] = [];

  beforeAll(async () => {
    stage = await openTax();
    const keeper = await stage.as('price-keeper');
    await keeper.post('/price-rows', { rows: [{ communeCode, purpose, position, ...row }] });
    const body = signedSlip(stage, { dossierCode, slipId, slipNumber: '1/PC' });
    await stage.handle(AssessTransferSlipHandler, { id: '019fc562-94c0-7000-8000-00000000000a', body });
    const officer = await stage.as('tax-officer');
    notices = (await officer.post<{ notices: PaymentNotice[] }>(`/assessments/${dossierCode}/issue`)).body.notices;
  });
  afterAll(() => stage.close());

  it.each(['03/TB-BĐS-TNCN', '01/TB-LPTB'])('%s bears what was issued, to the đồng (L §2.2, W2)', async (form) => {
    const notice = notices.find((one) => one.form === form);
    const path = `/assessments/${dossierCode}/notices/${encodeURIComponent(notice?.number ?? '')}/paper`;
    const { status, headers, bytes } = await (await stage.as('tax-officer')).file(path);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="notice-[A-Za-z0-9._-]+\.pdf"$/);
    const text = await pdfText(bytes);
    const [first] = notice?.rows ?? [];
    const amount = form === '01/TB-LPTB' ? ['4.000.000', 'Bốn triệu đồng'] : ['16.000.000', 'Mười sáu triệu đồng'];
    const said = [`Mẫu số: ${form}`, notice?.number, first?.payableItemId, first?.payerName, first?.payerNumber, ...amount, '800.000.000', 'Thuế cơ sở Biên Hòa', 'Phòng giao dịch Kho bạc Nhà nước Biên Hòa', dossierCode, '1/PC', '×Thông báo lần đầu']; // prettier-ignore
    for (const part of said) expect(text).toContain(withoutSpaces(part ?? '?'));
    expect(text).toContain(withoutSpaces(`chậm nhất là ngày ${notice?.dueDate.split('-').reverse().join('/') ?? '?'}`));
  });

  it('M13: a returned slip has its letter 01/CCTT-ĐĐTCQ with all faults, a received one has none', async () => {
    const officer = await stage.as('tax-officer');
    const faulty = { dossierCode: 'H19.91.01-260803-0002', slipId: '019fc562-94c0-7000-8000-000000000002', slipNumber: '2/PC', parcels: [aParcel('100', [aPriceRow(9_000_000n)])] }; // prettier-ignore
    const message = { id: '019fc562-94c0-7000-8000-00000000000b', body: signedSlip(stage, faulty) };
    await stage.handle(AssessTransferSlipHandler, message);
    const { faults } = (await officer.get<{ faults: { rule: string; text: string }[] }>(`/assessments/${faulty.dossierCode}`)).body; // prettier-ignore
    expect(faults.length).toBeGreaterThan(0);
    const letter = await officer.file(`/transfer-slips/${faulty.slipId}/return/paper`);
    expect(letter.status).toBe(200);
    const text = await pdfText(letter.bytes);
    for (const part of ['Mẫu số: 01/CCTT-ĐĐTCQ', '2/PC', ...faults.flatMap((fault) => [fault.rule, fault.text])])
      expect(text).toContain(withoutSpaces(part));
    expect((await officer.file(`/transfer-slips/${slipId}/return/paper`)).status).toBe(404);
  });

  it('nobody else reads them, what is not there is not found, and each reading is kept', async () => {
    const path = `/assessments/${dossierCode}/notices/${encodeURIComponent(notices[0]?.number ?? '')}/paper`;
    expect((await (await stage.as('tax-officer', 'long-thanh')).file(path)).status).toBe(403);
    expect((await (await stage.as('price-keeper')).file(path)).status).toBe(403);
    const officer = await stage.as('tax-officer');
    expect((await officer.file(`/assessments/${dossierCode}/notices/none/paper`)).status).toBe(404);
    expect((await officer.file(path.replace(/paper$/, 'withdrawal/paper'))).status).toBe(404);
    const head = await stage.as('agency-leader');
    expect((await head.get(`/paper-readings?key=${dossierCode}&limit=1`)).body).toMatchObject({
      items: [{ paper: 'notice', readBy: 'tax-officer-bien-hoa' }],
      next: expect.any(String),
    });
  });
});
