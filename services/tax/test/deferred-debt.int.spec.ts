import { DeferredPaymentAskedV1 } from '@lienthong/contracts';
import type { TestStage } from '@lienthong/testing';
import { DeferredPaymentAskedHandler } from '../src/deferrals/deferred-payment-asked.handler';
import { type Money, TaxDesk } from './tax-desk.mother';
import { openTax } from './tax-service.mother';
import { aSlip } from './transfer-slip.mother';

const ASKED = '019fc562-94c0-7000-8000-0000000000e9';
const buyer = aSlip().buyers[0]!.personalIdentificationNumber!;
const deferral = { ground: 'fee-deferral', person: buyer, proof: 'papers' };

describe('a debt that is noted on the certificate (F19, L10)', () => {
  let stage: TestStage;
  let desk: TaxDesk;
  beforeAll(async () => {
    stage = await openTax();
    desk = new TaxDesk(stage);
    await desk.keepPrices();
  });
  afterAll(() => stage.close());

  /** The seller has paid, the buyer’s fee is deferred. */
  async function deferredOf(n: number): Promise<{ readonly code: string; readonly fee: Money }> {
    const code = await desk.slip(n);
    await desk.claim(code, [deferral]);
    await desk.post('agency-leader', `/assessments/${code}/confirmation`);
    const [tax, fee] = await desk.issue(code);
    await desk.booked({ payableItemId: tax!.rows[0]!.payableItemId, amountDong: '16000000', voucher: n * 10 + 1 });
    const { payableItemId } = fee!.rows[0]!;
    return { code, fee: { payableItemId, amountDong: '4000000', voucher: n * 10 + 2 } };
  }
  async function asked(dossierCode: string): Promise<void> {
    const body: DeferredPaymentAskedV1 = {
      dossierCode,
      registerNumber: '00012/2026/CS-BIEN-HOA',
      releaseDossierCode: 'H19.91.01-270301-0003',
    };
    await stage.handle(DeferredPaymentAskedHandler, { id: ASKED, body });
  }
  const published = (payableItemId: string) => stage.sent('payable-items-published', payableItemId);
  const told = (code: string) => stage.sent('deferred-debt-told', code);

  it('can be paid from the day on which its note is to be removed, once, and the land office hears when it is booked (1.013988)', async () => {
    const { code, fee } = await deferredOf(501);
    expect(await published(fee.payableItemId)).toEqual([]);
    await asked(code);
    expect(await published(fee.payableItemId)).toMatchObject([
      {
        recipients: 'collecting-bank/head-office,treasury/bien-hoa',
        body: { amountDong: '4000000', payerNumber: buyer },
      },
    ]);
    const [open] = await told(code);
    expect(open).toMatchObject({
      recipients: 'land-registry/bien-hoa',
      body: { open: [{ payableItemId: fee.payableItemId, payerNumber: buyer, amountDong: '4000000' }], settled: [] },
    });
    await asked(code);
    expect(await published(fee.payableItemId)).toHaveLength(1);

    await desk.booked(fee);
    expect((await told(code)).at(-1)?.body).toMatchObject({
      open: [],
      settled: [{ payableItemId: fee.payableItemId }],
    });
    expect(await stage.sent('obligation-fulfilled', code)).toHaveLength(1);
    expect(await stage.sent('late-interest-charged', code)).toEqual([]);
  });

  it('can be paid by the wish of its payer, and is open again when the treasury takes the booking back (F16)', async () => {
    const { code, fee } = await deferredOf(502);
    const wish = `/obligations/${code}/deferred-payment`;
    expect(await desk.post('tax-officer', wish)).toMatchObject({
      status: 200,
      body: { dossierCode: code, published: [fee.payableItemId] },
    });
    await desk.booked(fee);
    expect((await told(code)).at(-1)?.body).toMatchObject({ open: [] });
    expect(await desk.post('tax-officer', wish)).toMatchObject({ status: 409, body: { code: 'tax.NOTHING_DEFERRED' } });
    await desk.reversed(fee);
    expect((await told(code)).at(-1)?.body).toMatchObject({ open: [{ amountDong: '4000000' }], settled: [] });
    expect(await stage.sent('obligation-reopened', code)).toEqual([]);
  });

  it('is owed by nobody any more when its notices are withdrawn, and the land office hears it (M23)', async () => {
    const { code } = await deferredOf(503);
    const decision = { reason: 'Thu hồi theo kết luận kiểm tra', document: '15/QĐ-CT' };
    expect((await desk.post('agency-leader', `/assessments/${code}/withdrawal`, decision)).status).toBe(200);
    expect((await told(code)).at(-1)?.body).toMatchObject({ open: [], settled: [] });
  });

  it('is told to no land office but the one whose dossier it is', async () => {
    await expect(asked('H19.91.01-260803-9999')).rejects.toThrow('tax.DEFERRED_DEBT_UNKNOWN');
  });
});
