import { type SlipLand, TaxStateAskedV1, type TransferSlipSentV2 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { pdfText, type TestStage, withoutSpaces } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { TaxStateAskedHandler } from '../src/tax-states/tax-state-asked.handler';
import { SLIP_MESSAGE, TaxDesk } from './tax-desk.mother';
import { openTax, signed } from './tax-service.mother';
import { aParcel, aPriceRow, aSlip } from './transfer-slip.mother';

const formerRow = aPriceRow(8_000_000n);
const [user] = aSlip().sellers;
const { communeCode, purpose, position } = aParcel('100', [formerRow]);

/** 100 m² of housing land that is used for trade from now on; 11,000,000 đồng a square metre, or another price. */
function changed(area: string, price = 11_000_000n): SlipLand {
  const formerUse = { purpose, position, priceRows: [formerRow] };
  return { ...aParcel(area, [aPriceRow(price)]), purpose: 'TMD', formerUse };
}

describe('a slip of a change of purpose for which money is due, at the tax office (1.013992)', () => {
  let stage: TestStage;
  let desk: TaxDesk;
  beforeAll(async () => {
    stage = await openTax();
    desk = new TaxDesk(stage);
    await desk.keepPrices();
    const row = { communeCode, purpose: 'TMD', position, ...aPriceRow(11_000_000n) };
    await (await stage.as('price-keeper')).post('/price-rows', { rows: [row] });
  });
  afterAll(() => stage.close());

  const slip = async (n: number, changes: Partial<TransferSlipSentV2> = {}): Promise<string> => {
    const { contract: _none, ...blank } = aSlip();
    const { submission = 1 } = changes;
    const dossierCode = `H19.91.01-260803-${n}`;
    const body = signed(stage, {
      ...blank,
      ...{
        dossierCode,
        slipId: `019fc562-94c0-7000-8000-0000000${submission}${n}`,
        slipNumber: `${n}-${submission}/PC`,
      },
      ...{ procedure: '1.013992', changeKind: 'purpose-change' as const, revenues: ['land-use-fee'] },
      ...{ sellers: [], buyers: [user!], parcels: [changed('100')], ...changes },
    });
    await stage.handle(AssessTransferSlipHandler, { id: SLIP_MESSAGE, body });
    return dossierCode;
  };
  const sentOf = async (name: string, code: string) => (await stage.sent(name, code)).map(({ body }) => body);

  it('is assessed by T6, asks for the whole difference in halves (T17), and is told in the second version of the message', async () => {
    const code = await slip(8001);
    expect(await desk.view(code)).toMatchObject({ state: 'assessed', noticeLimitOn: '2026-08-10' });
    const [notice, ...none] = await desk.issue(code);
    expect(none).toEqual([]);
    expect(notice).toMatchObject({
      ...{ form: '01/TB-TSDĐ', kind: 'land-use-fee', baseDong: '300000000', dueDate: '2026-09-03' },
      rows: [
        { payer: 'buyer', payerNumber: user?.personalIdentificationNumber, amountDong: '150000000' },
        { amountDong: '150000000', dueDate: '2026-11-02', budgetSubItem: '1401' },
      ],
    });
    expect(await stage.sent('payment-notices-issued', code)).toMatchObject([
      { type: 'vn.lienthong.tax.payment-notices-issued.v2', body: { notices: [notice] } },
    ]);
    for (const { payableItemId, amountDong } of notice?.rows ?? [])
      expect(await sentOf('payable-items-published', payableItemId)).toMatchObject([{ amountDong }]);
  });

  it('is fulfilled when both halves are booked, and not before', async () => {
    const code = await slip(8002);
    const rows = (await desk.issue(code)).flatMap((notice) => notice.rows);
    for (const [i, { payableItemId, amountDong }] of rows.entries()) {
      expect(await sentOf('obligation-fulfilled', code)).toEqual([]);
      await desk.booked({ payableItemId, amountDong, voucher: 80 + i });
    }
    const [fulfilled] = await sentOf('obligation-fulfilled', code);
    expect(fulfilled).toMatchObject({
      remainderDong: '0',
      items: rows.map(({ payableItemId }) => ({ payableItemId })),
    });
  });

  it('has a notice in print with both days, and is told to a land office that asks (M16)', async () => {
    const code = await slip(8003);
    const [notice] = await desk.issue(code);
    const path = `/assessments/${code}/notices/${encodeURIComponent(notice?.number ?? '')}/paper`;
    const { status, bytes } = await (await stage.as('tax-officer')).file(path);
    expect(status).toBe(200);
    const text = await pdfText(bytes);
    for (const part of ['01/TB-TSDĐ', '300.000.000', '150.000.000', '03/09/2026', '02/11/2026', '1401'])
      expect(text).toContain(withoutSpaces(part));
    const slipId = '019fc562-94c0-7000-8000-000000018003';
    const asked = { ...messageOf(TaxStateAskedV1).example, dossierCode: code, slipId };
    await stage.handle(TaxStateAskedHandler, { id: SLIP_MESSAGE, body: asked });
    expect(await stage.sent('tax-state-told', code)).toMatchObject([
      { type: 'vn.lienthong.tax.tax-state-told.v2', body: { state: 'issued', notices: [{ kind: 'land-use-fee' }] } },
    ]);
  });

  it('keeps the days of its instalments when the land office corrects the area downwards (F6)', async () => {
    const code = await slip(8004);
    const [first] = await desk.issue(code);
    await slip(8004, { submission: 2, submissionKind: 'replacement', parcels: [changed('80')] });
    const [lowered] = await desk.issue(code);
    expect(lowered).toMatchObject({
      amends: { replaces: first?.number, change: 'lowered', differenceDong: '60000000' },
      rows: [{ amountDong: '120000000' }, { amountDong: '120000000', dueDate: '2026-11-02' }],
    });
    expect(await sentOf('payable-items-closed', first?.rows[0]?.payableItemId ?? '')).toMatchObject([
      { replacedBy: lowered?.rows[0]?.payableItemId },
    ]);
  });

  it('goes back when it does not say as what the land was used, or asks to defer the fee (R11)', async () => {
    const { formerUse: _unsaid, ...parcel } = changed('100');
    const person = user?.personalIdentificationNumber ?? '';
    const deferrals = [{ revenue: 'land-use-fee' as const, person, basis: 'Hộ nghèo', proof: 'papers' as const }];
    const code = await slip(8005, { parcels: [parcel], deferrals });
    const { faults } = await desk.view(code);
    expect(faults?.map((fault) => fault.code).sort()).toEqual([
      'tax.SLIP_FEE_NOT_DEFERRED',
      'tax.SLIP_FORMER_USE_WRONG',
    ]);
    const dear = await slip(8006, {
      parcels: [{ ...changed('100'), formerUse: { purpose, position, priceRows: [aPriceRow(1_000_000n)] } }],
    });
    expect((await desk.view(dear)).faults).toMatchObject([{ rule: 'R6', code: 'tax.SLIP_PRICE_ROW_WRONG' }]);
  });
});
