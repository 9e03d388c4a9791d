import { type PaymentNotice, TaxStateAskedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { TestStage } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { TaxStateAskedHandler } from '../src/tax-states/tax-state-asked.handler';
import { TaxDesk } from './tax-desk.mother';
import { openTax, signedSlip } from './tax-service.mother';
import { aParcel, aPriceRow } from './transfer-slip.mother';

const row = aPriceRow(8_000_000n);
const { communeCode, purpose, position } = aParcel('100', [row]);
const asked = messageOf(TaxStateAskedV1).example;
const about = {
  dossierCode: 'H19.91.01-260803-7001',
  slipId: '019fc562-94c0-7000-8000-000000007001',
  slipNumber: '7001/PC',
};

describe('a tax office that is asked how a slip stands', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await openTax();
    const rows = [{ communeCode, purpose, position, ...row }];
    await (await stage.as('price-keeper')).post('/price-rows', { rows });
  });
  afterAll(() => stage.close());

  const tell = async (slipId = about.slipId): Promise<Record<string, unknown>> => {
    const before = (await stage.sent('tax-state-told')).length;
    const body = { ...asked, dossierCode: about.dossierCode, slipId };
    await stage.handle(TaxStateAskedHandler, { id: '019fc562-94c0-7000-8000-00000000000a', body });
    const answers = await stage.sent('tax-state-told');
    expect(answers).toHaveLength(before + 1);
    return answers.at(-1)!.body;
  };

  it('answers from its own state at each step, and asking changes nothing (M16, M17)', async () => {
    const officer = await stage.as('tax-officer');
    expect(await tell()).toMatchObject({ state: 'unknown', requestId: asked.requestId });
    await stage.handle(AssessTransferSlipHandler, {
      id: '019fc562-94c0-7000-8000-00000000000b',
      body: signedSlip(stage, about),
    });
    const where = async (): Promise<unknown> =>
      (await officer.get(`/assessments/${about.dossierCode}/whereabouts`)).body;
    expect(await tell()).toMatchObject({ state: 'received' });
    expect(await where()).toMatchObject({ heldBy: 'tax', dueAt: '2026-08-06', askOffice: 'Thuế cơ sở Biên Hòa' });
    expect(await where()).not.toHaveProperty('claimedBy');
    await officer.post(`/work-list/assessment/${about.dossierCode}/claim`);
    expect(await where()).toMatchObject({ claimedBy: { id: 'tax-officer-bien-hoa' } });
    await officer.post(`/work-list/assessment/${about.dossierCode}/release`);
    await officer.post(`/assessments/${about.dossierCode}/issue`);
    const [issued] = await stage.sent('payment-notices-issued');
    const told = await tell();
    expect(told).toMatchObject({ state: 'issued' });
    expect(told['notices']).toEqual(issued?.body['notices']);
    expect(await where()).toMatchObject({ heldBy: 'payer', dueAt: '2026-09-03' });
    const desk = new TaxDesk(stage);
    const items = told['notices'] as PaymentNotice[];
    const [tax, fee] = items.map(({ rows: [first] }) => first!);
    await desk.paid({
      payableItemId: tax!.payableItemId,
      amountDong: tax!.amountDong,
      voucher: 701,
      debitDate: '2026-08-04',
    });
    expect(await where()).toMatchObject({ heldBy: 'payer' });
    await desk.paid({
      payableItemId: fee!.payableItemId,
      amountDong: fee!.amountDong,
      voucher: 702,
      debitDate: '2026-08-05',
    });
    expect(await where()).toMatchObject({ heldBy: 'treasury', office: 'bien-hoa', since: '2026-08-05' });
    expect(await where()).not.toHaveProperty('dueAt');
    expect(await tell('019fc562-94c0-7000-8000-00000000ffff')).toMatchObject({ state: 'unknown' });
  });
});
