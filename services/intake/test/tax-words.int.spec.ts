import {
  DebtNoticedV1,
  LateInterestChargedV1,
  NothingDueV1,
  OverpaymentRecordedV1,
  PartPaymentRecordedV1,
  PaymentNoticesWithdrawnV1,
  PaymentRemindedV1,
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
import { PaymentRemindedHandler } from '../src/land-office/payment-reminded.handler';
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

  async function withdrawn(dossierCode: string, noticeNumbers: readonly string[]): Promise<void> {
    const body = { ...messageOf(PaymentNoticesWithdrawnV1).example, dossierCode, noticeNumbers };
    await deliver(service, PaymentNoticesWithdrawnHandler, { of: PaymentNoticesWithdrawnV1, body, sender: 'tax' });
  }

  async function told(dossierCode: string): Promise<readonly string[]> {
    const { body } = await clerk.get<{ items: { event: string; recipient: string; text: string }[] }>(
      `/dossiers/${dossierCode}/notices`,
    );
    return body.items.map(({ event, recipient, text }) => `${event} ${recipient} ${text}`).sort();
  }

  it('M30, F30: each payer is told of the own part alone, told again when the notice is withdrawn, and each once', async () => {
    const code = await noticed();
    const [tax, fee] = taxResults.results.map(({ noticeNumber }) => noticeNumber);
    const asked = [
      `notice buyer-1 HS ${code}: le phi truoc ba phai nop 4000000d, han 03/09/2026, TB so ${fee}.`,
      `notice seller-1 HS ${code}: thue thu nhap ca nhan phai nop 16000000d, han 03/09/2026, TB so ${tax}.`,
    ];
    await results(code, taxResults.results);
    expect(await told(code)).toEqual(asked);
    await withdrawn(code, [tax!]);
    await withdrawn(code, [tax!]);
    expect(await told(code)).toEqual([
      ...asked,
      `withdrawn seller-1 HS ${code}: TB ${tax} da duoc thu hoi, khong phai nop theo TB nay.`,
    ]);
  });

  it('F30: nobody is asked to pay by a notice whose withdrawal came first', async () => {
    const code = String((await file(clerk)).body['code']);
    await withdrawn(
      code,
      taxResults.results.map(({ noticeNumber }) => noticeNumber),
    );
    await results(code, taxResults.results);
    expect((await clerk.get(`/dossiers/${code}`)).body).toMatchObject({ state: 4, results: [] });
    expect(await told(code)).toEqual([]);
  });

  it('F6, F30: an amended notice is told by what it replaces, and its end to whom it asks nothing of', async () => {
    const code = await noticed();
    const { noticeNumber: replaces } = first!;
    const strangers = ['075088000098', '075088000099'].map((payerNumber) => ({ ...first!, payerNumber }));
    await results(
      code,
      strangers.map((result) => ({ ...result, noticeNumber: 'amended', replaces })),
    );
    const texts = (await told(code)).filter((text) => !text.startsWith('notice'));
    const amended = `HS ${code}: TB ${replaces} da duoc dieu chinh. So moi 16000000d, han 03/09/2026, TB so amended.`;
    expect(texts).toEqual([
      expect.stringMatching(/^amended seller-[0-9a-f]{8} /),
      expect.stringMatching(/^amended seller-[0-9a-f]{8} /),
      `withdrawn seller-1 HS ${code}: TB ${replaces} da duoc thu hoi, khong phai nop theo TB nay.`,
    ]);
    expect(texts.filter((text) => text.endsWith(amended))).toHaveLength(2);
  });

  it('F25: who has not paid is reminded of the own remainder, once for each of the days', async () => {
    const code = await noticed();
    const body = { ...messageOf(PaymentRemindedV1).example, dossierCode: code };
    const remind = (change: Partial<PaymentRemindedV1> = {}): Promise<void> =>
      deliver(service, PaymentRemindedHandler, { of: PaymentRemindedV1, body: { ...body, ...change }, sender: 'tax' });
    await remind();
    await remind();
    await remind({ daysFromDue: -1 });
    const texts = (await told(code)).filter((text) => text.startsWith('reminder'));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^reminder seller-1 HS \S+: con phai nop 16000000d, han 03\/09\/2026, TB so /);
  });

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
    await withdrawn(dossierCode, [first!.noticeNumber]);
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
    expect(items.filter(({ event }) => event === 'remainder')).toMatchObject([{ recipient: 'seller-1', text }]);
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
    const history = JSON.stringify(body['progress']);
    expect(history).toContain('tiền chậm nộp');
    expect(history).toContain('nộp thừa');
    expect(history).not.toContain('48000');
  });
});
