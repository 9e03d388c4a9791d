import {
  DebtNoticedV1,
  LateInterestChargedV1,
  NothingDueV1,
  OverpaymentRecordedV1,
  PartPaymentRecordedV1,
  PaymentNoticesWithdrawnV1,
  TaxResultsAvailableV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { dongText } from '@lienthong/kernel';
import { type ApiClient, type TestService } from '@lienthong/testing';
import { DebtNoticedHandler } from '../src/land-office/debt-noticed.handler';
import { LateInterestChargedHandler } from '../src/land-office/late-interest-charged.handler';
import { NothingDueHandler } from '../src/land-office/nothing-due.handler';
import { OverpaymentRecordedHandler } from '../src/land-office/overpayment-recorded.handler';
import { PartPaymentRecordedHandler } from '../src/land-office/part-payment-recorded.handler';
import { PaymentNoticesWithdrawnHandler } from '../src/land-office/payment-notices-withdrawn.handler';
import { TaxResultsAvailableHandler } from '../src/land-office/tax-results-available.handler';
import { taxResults } from './dossier.mother';
import { deliver, file, startIntake } from './intake.mother';

const [first] = taxResults.results;

describe('words of the tax office at the one-stop desk', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    service = await startIntake();
    clerk = await service.as('desk-clerk');
  });
  afterAll(() => service.stop());

  async function noticed(): Promise<string> {
    const dossierCode = String((await file(clerk)).body['code']);
    await results(dossierCode, taxResults.results);
    return dossierCode;
  }

  async function results(dossierCode: string, rows: TaxResultsAvailableV1['results']): Promise<void> {
    const body = { ...taxResults, dossierCode, results: rows };
    const of = TaxResultsAvailableV1;
    await deliver(service, TaxResultsAvailableHandler, { of, body, sender: 'land-registry' });
  }

  it('M21: nothing due lets the dossier go on, whether or not somebody was asked to pay before', async () => {
    for (const dossierCode of [String((await file(clerk)).body['code']), await noticed()]) {
      const body = { ...messageOf(NothingDueV1).example, dossierCode };
      await deliver(service, NothingDueHandler, { of: NothingDueV1, body, sender: 'tax' });
      expect((await clerk.get(`/dossiers/${dossierCode}`)).body).toMatchObject({ state: 4 });
    }
  });

  it('M22: what an amended notice asks for takes the place of what its notice asked for', async () => {
    const dossierCode = await noticed();
    const more = { ...first!, noticeNumber: 'amended', replaces: first!.noticeNumber };
    const increase = { ...more, amountDong: dongText(8_000_000n), dueDate: '2026-10-05' };
    await results(dossierCode, [more, increase]);
    const kept = (await clerk.get(`/dossiers/${dossierCode}`)).body['results'] as { noticeNumber: string }[];
    expect(kept.map(({ noticeNumber }) => noticeNumber).sort()).toEqual(
      [taxResults.results[1]!.noticeNumber, 'amended', 'amended'].sort(),
    );
  });

  it('M23, F30: what was withdrawn is asked of nobody any more, and stands in the history', async () => {
    const dossierCode = await noticed();
    const noticeNumbers = [first!.noticeNumber];
    const body = { ...messageOf(PaymentNoticesWithdrawnV1).example, dossierCode, noticeNumbers };
    await deliver(service, PaymentNoticesWithdrawnHandler, { of: PaymentNoticesWithdrawnV1, body, sender: 'tax' });
    expect((await clerk.get(`/dossiers/${dossierCode}`)).body).toMatchObject({
      results: [{ noticeNumber: taxResults.results[1]!.noticeNumber }],
    });
  });

  it('F9: what is left after part of the money is told to its payer alone, once, and moves nothing', async () => {
    const dossierCode = await noticed();
    const body = { ...messageOf(PartPaymentRecordedV1).example, dossierCode };
    for (let time = 0; time < 2; time += 1)
      await deliver(service, PartPaymentRecordedHandler, { of: PartPaymentRecordedV1, body, sender: 'tax' });
    const { items } = (await clerk.get<{ items: { event: string }[] }>(`/dossiers/${dossierCode}/notices`)).body;
    const text = expect.stringMatching(/con phai nop 1d, han 03\/09\/2026/) as string;
    expect(items.filter(({ event }) => event === 'remainder')).toMatchObject([{ text }]);
    expect((await clerk.get(`/dossiers/${dossierCode}`)).body).toMatchObject({ state: 6 });
  });

  it('M25, M45, F18: debts, interest and overpayments are noted without anybody’s amount, and change no state', async () => {
    const dossierCode = await noticed();
    const words = [
      [OverpaymentRecordedHandler, OverpaymentRecordedV1],
      [LateInterestChargedHandler, LateInterestChargedV1],
      [DebtNoticedHandler, DebtNoticedV1],
    ] as const;
    for (const [handler, of] of words) {
      const body = { ...messageOf<object>(of).example, dossierCode };
      await deliver(service, handler as never, { of: of as never, body: body as never, sender: 'tax' });
    }
    const { body } = await clerk.get(`/dossiers/${dossierCode}`);
    expect(body).toMatchObject({ state: 6 });
    const told = JSON.stringify(body['progress']);
    expect(told).toContain('tiền chậm nộp');
    expect(told).toContain('nộp thừa');
    expect(told).not.toContain('48000');
  });
});
