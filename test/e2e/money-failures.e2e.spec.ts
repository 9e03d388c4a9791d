import { messageOf } from '@lienthong/envelope';
import { ObligationFulfilledV1, RevenueBookedV1 } from '@lienthong/contracts';
import { dongText } from '@lienthong/kernel';
import { roles } from '../../tools/demo/src';
import { Backup } from './support/backup';
import { E2eStack } from './support/e2e-stack';
import { type MoneyRow, MoneyStage, type OwingDossier } from './support/money-stage';
import { comesAgain } from './support/repeated-record';
import { freshDossier } from './support/story';

/** Monday before National Day, after the bank's cut-off: the next working day is Thursday 3 September. */
const EVE = '2026-08-31T16:20:00+07:00';
const LATER_DAYS = 42;
const DUE = '2026-09-30';

interface Report {
  readonly state: string;
  readonly differences: { readonly items: readonly { readonly member: string; readonly sender: string }[] };
}

interface Tasks {
  readonly items: readonly { readonly dossierCode: string }[];
}

describe('money that goes wrong over the real bus', () => {
  let e2e: E2eStack;
  let stage: MoneyStage;
  beforeAll(async () => {
    e2e = await E2eStack.start({ at: EVE, env: () => ({ TIMER_POLL_MS: '200', RECONCILE_MARGIN_MS: '0' }) });
    stage = new MoneyStage(e2e);
    await stage.decidePolicies();
  });
  afterAll(() => e2e?.close());

  const lineOf = ({ payableItemId, amountDong, budgetSubItem, budgetChapter }: MoneyRow) => ({
    ...{ payableItemId, amountDong, budgetSubItem, budgetChapter },
  });
  const countOf = async (service: 'tax' | 'treasury' | 'integration-bus', sql: string, ...values: unknown[]) =>
    (await e2e.rows(service, sql, values)).length;
  const fulfilments = (code: string): Promise<number> =>
    countOf(
      'tax',
      'select 1 from outbox where type = $1 and subject = $2',
      messageOf(ObligationFulfilledV1).type,
      code,
    );
  const alarms = async (member: string, office: string, role: string): Promise<readonly string[]> => {
    const { items } = await stage.agencies.get<Tasks>({ member, office, role }, '/tasks?kind=alarm&limit=100');
    return items.map(({ dossierCode }) => dossierCode);
  };
  const investigationOf = async (reference: string): Promise<string> =>
    (await stage.advice<{ investigationId: string }>(reference, 'suspense')).investigationId;
  /** C1-07 goes out by the tax office, and the treasury answers it. */
  const corrected = async (reference: string, request: object): Promise<void> => {
    const id = await investigationOf(reference);
    const path = `/payment-investigations/${id}`;
    const listed = () => stage.agencies.get<{ items: { id: string }[] }>(stage.taxOfficer, '/payment-investigations');
    await stage.until(`${id} at the tax office`, listed, ({ items }) => items.some((one) => one.id === id));
    await stage.agencies.post(stage.taxOfficer, `${path}/correction`, { explanation: 'Chứng từ gốc', ...request });
    const asked = () => stage.agencies.get<{ state: string }>(stage.clerk, path);
    await stage.until(`${id} asked`, asked, ({ state }) => state === 'requested');
    await stage.agencies.post(stage.clerk, `${path}/answer`, { outcome: 'done' });
  };
  const nothingIsParked = async (): Promise<void> => {
    for (const service of ['intake', 'land-registry', 'tax', 'treasury', 'collecting-bank'] as const)
      expect([service, await e2e.rows(service, 'select cause from parked')]).toEqual([service, []]);
  };

  it('F9: part of the money leaves the rest with its due date; the payer hears it by SMS, and no certificate is made', async () => {
    const { code, tax, fee } = await stage.owing();
    const part = await stage.keyedIn(tax.payerNumber, { ...lineOf(tax), amountDong: '15000000' });
    await stage.book(part);
    await stage.paidAndBooked(fee);
    await stage.rowIs(code, 'fee', 'booked');
    expect(await stage.rowIs(code, 'tax', 'part-paid')).toMatchObject({ paidDong: '15000000', dueDate: DUE });
    const clerk = roles.deskClerk(stage.offices.intake);
    const told = () => stage.agencies.get<{ items: { text: string }[] }>(clerk, `/dossiers/${code}/notices`);
    const isRest = ({ text }: { text: string }): boolean => /con phai nop 1000000d, han 30\/09\/2026/.test(text);
    await stage.until('the SMS', told, ({ items }) => items.some(isRest));
    expect([await stage.landStatus(code), await fulfilments(code)]).toEqual(['notices-received', 0]);
    await stage.paidAndBooked(tax);
    await stage.inState(code, 9);
  });

  it('F10: too much money holds up no certificate; what is too much is overpaid, and the land office and the desk hear of it', async () => {
    const { code, tax, fee } = await stage.owing();
    await stage.book(await stage.keyedIn(tax.payerNumber, { ...lineOf(tax), amountDong: '20000000' }));
    await stage.paidAndBooked(fee);
    const { progress } = await stage.inState(code, 9);
    expect(JSON.stringify(progress)).toContain('nộp thừa');
    expect(await stage.agencies.get(stage.taxOfficer, `/assessments/${code}/overpayments`)).toMatchObject({
      overpayments: [{ amountDong: '4000000', cause: 'paid-over', offsetDong: '0' }],
    });
    const sql = `select content ->> 'amountDong' as dong from tax_note where dossier_code = $1 and kind = 'overpaid'`;
    expect(await e2e.rows('land-registry', sql, [code])).toEqual([{ dong: '4000000' }]);
  });

  it('F11, F26: a wrong sub-item stays in suspense and is investigated in working days; only the word is corrected, never the amount', async () => {
    const { code, tax, fee } = await stage.owing();
    const reference = await stage.keyedIn(tax.payerNumber, { ...lineOf(tax), budgetSubItem: '2801' });
    const id = await investigationOf(reference);
    const refused = () => stage.agencies.post(stage.clerk, '/bookings', { reference });
    expect(await stage.refusal(refused)).toBe('treasury.IN_SUSPENSE');
    expect(await stage.agencies.get(stage.clerk, `/payment-investigations/${id}`)).toMatchObject({
      faults: [{ fault: 'sub-item-differs' }],
      ...{ openedOn: '2026-08-31', requestBy: '2026-09-04', answerBy: '2026-09-09' },
    });
    await corrected(reference, { finding: 'wrong', lines: [{ lineNumber: 1, payableItemId: tax.payableItemId }] });
    const healed = { totalDong: '16000000', lines: [{ amountDong: '16000000', budgetSubItem: '1006' }] };
    expect(await stage.advice(reference, 'ready')).toMatchObject(healed);
    await stage.book(reference);
    await stage.paidAndBooked(fee);
    await stage.inState(code, 9);
  });

  it('F12: a payment without ID is matched with no debt until its payer has chosen one, though all its words agree with one', async () => {
    const { code, tax } = await stage.owing();
    const { payableItemId, ...words } = lineOf(tax);
    const [notice] = await e2e.rows<{ number: string }>('tax', 'select notice_number as number from payable_item where payable_item_id = $1', [payableItemId]); // prettier-ignore
    const reference = await stage.keyedIn(tax.payerNumber, { ...words, noticeNumber: notice?.number ?? '' });
    expect(await stage.advice(reference, 'suspense')).toMatchObject({ reasons: [{ code: 'no-item-named' }] });
    expect((await stage.rows(code))[0]).toMatchObject({ state: 'unpaid', paidDong: '0' });
    const evidence = 'Đơn đề nghị của người nộp ngày 31/08/2026';
    const choice = { payableItemIds: [payableItemId], evidence };
    await stage.agencies.post(stage.clerk, `/credit-advices/${reference}/assignment`, choice);
    await stage.book(reference);
    expect(await stage.rowIs(code, 'tax', 'booked')).toMatchObject({ reference });
  });

  it('F13: a confirmation that comes again, from treasury and bus, byte for byte, is one booking; the clerk is answered with the first', async () => {
    const { code, tax, fee } = await stage.owing();
    const [reference = ''] = await stage.paidAndBooked(tax);
    await stage.rowIs(code, 'tax', 'booked');
    const first = await stage.book(reference);
    expect(first).toMatchObject({ alreadyDone: true });
    const records = await comesAgain(e2e.access, { type: messageOf(RevenueBookedV1).type, about: reference });
    expect(records.map(({ topic }) => topic.split('.').slice(-2).join('.')).sort()).toEqual(['tax.in', 'treasury.out']);
    expect((await stage.rows(code))[0]).toMatchObject({ state: 'booked', paidDong: '16000000', conflicts: [] });
    expect(await countOf('treasury', 'select 1 from booking where reference = $1', reference)).toBe(1);
    await stage.paidAndBooked(fee);
    await stage.inState(code, 9);
    expect(await fulfilments(code)).toBe(1);
    await nothingIsParked();
  });

  it('F15, F24: of two amounts for one reference that come in the wrong order the first by number stands, frozen until it is asked for', async () => {
    const { code, tax } = await stage.owing();
    const { payableItemId } = tax;
    const reference = '99982026000000150101';
    await stage.adviseAsBank(reference, { payableItemId, amountDong: dongText(15_000_000n), sequence: 2 });
    await stage.adviseAsBank(reference, { payableItemId, amountDong: dongText(16_000_000n) });
    const frozen = {
      totalDong: '16000000',
      reasons: [{ code: 'contradicting-advice' }],
      conflicts: [{ totalDong: '15000000' }],
    };
    expect(await stage.advice(reference, 'suspense')).toMatchObject(frozen);
    const refused = () => stage.agencies.post(stage.clerk, '/bookings', { reference });
    expect(await stage.refusal(refused)).toBe('treasury.IN_SUSPENSE');
    expect((await stage.rows(code))[0]).toMatchObject({ state: 'unpaid' });
    await corrected(reference, { finding: 'right' });
    await stage.book(reference);
    expect(await stage.rowIs(code, 'tax', 'booked')).toMatchObject({ paidDong: '16000000' });
  });

  it('F28: a retry that says something else under a known id is refused with an entry in the log, and the first stays', async () => {
    const { tax } = await stage.owing();
    const { payableItemId } = tax;
    const reference = '99982026000000280101';
    const id = await stage.adviseAsBank(reference, { payableItemId, amountDong: dongText(16_000_000n) });
    await stage.advice(reference, 'ready');
    await stage.adviseAsBank(reference, { payableItemId, amountDong: dongText(17_000_000n), id });
    const refused = `select 1 from log_entry where id = $1 and verdict ->> 'code' = 'integration-bus.IDENTITY_CONFLICT'`;
    await stage.until(
      'the refusal in the log',
      () => countOf('integration-bus', refused, id),
      (count) => count === 1,
    );
    expect(await stage.advice(reference, 'ready')).toMatchObject({ totalDong: '16000000', conflicts: [] });
  });

  it('F16: money that is taken back before the certificate stops it until it is paid anew, and after it is a debt case', async () => {
    await stage.policy('land-registry', 'sign-certificate', 'manual');
    const { code, tax, fee } = await stage.owing();
    const [first = ''] = await stage.paidAndBooked(tax, fee);
    const drafted = (status: string) =>
      stage.until(
        status,
        () => stage.landStatus(code),
        (seen) => seen === status,
      );
    await drafted('certificate-drafted');
    await stage.reversed(first);
    await stage.rowIs(code, 'tax', 'unpaid');
    await stage.inState(code, 6);
    const sign = () => stage.agencies.post(roles.landLeader(stage.offices.land), `/dossiers/${code}/sign-certificate`);
    expect(await stage.refusal(sign)).toBe('land-registry.OBLIGATION_OPEN');
    const [second = ''] = await stage.paidAndBooked(tax);
    await stage.inState(code, 4);
    await sign();
    await stage.inState(code, 9);
    await stage.policy('land-registry', 'sign-certificate', 'automatic-when-clean');

    await stage.reversed(second);
    const officer = roles.landOfficer(stage.offices.land);
    const cases = () => stage.agencies.get<{ items: { dossierCode: string }[] }>(officer, '/debt-cases?limit=100');
    const ofThis = ({ items }: Tasks): boolean => items.some(({ dossierCode }) => dossierCode === code);
    await stage.until('the debt case', cases, ofThis);
    expect([await stage.landStatus(code), (await stage.desk(code)).state]).toEqual(['concluded', 9]);
  });

  it('F17: after a lost answer the order is asked for and is pending, under its one reference; it debits once', async () => {
    const { code, tax } = await stage.owing();
    const payableItemIds = [tax.payableItemId];
    const place = (orderNumber: string) =>
      stage.agencies.post<{ reference: string }>(roles.payer(), '/payment-orders', { orderNumber, payableItemIds });
    const known = () => stage.agencies.get(roles.payer(), `/payable-items/${tax.payableItemId}`).catch(() => undefined);
    await stage.until('the item at the bank', known, (item) => item !== undefined);
    const { reference } = await place('E2E-ORDER-17');
    expect(await stage.agencies.get(roles.payer(), '/payment-orders/E2E-ORDER-17')).toMatchObject({ state: 'pending', reference }); // prettier-ignore
    expect(await place('E2E-ORDER-17')).toMatchObject({ reference });
    expect(await stage.refusal(() => place('E2E-ORDER-18'))).toBe('collecting-bank.ITEM_ORDERED');
    const pay = () => stage.agencies.post(roles.payer(), '/payments', { payableItemIds });
    expect(await stage.refusal(pay)).toBe('collecting-bank.ITEM_ORDERED');
    const clerk = { member: 'collecting-bank', office: 'head-office', role: 'bank-clerk' };
    await stage.agencies.post(clerk, `/payment-orders/${reference}/result`, { result: 'debited' });
    expect(await place('E2E-ORDER-17')).toMatchObject({ state: 'done', reference });
    expect(await stage.refusal(pay)).toBe('collecting-bank.ITEM_ALREADY_PAID');
    expect(await stage.rowIs(code, 'tax', 'paid')).toMatchObject({ paidDong: '16000000', reference });
  });

  it('F26: over National Day the deadlines of land office, tax office and bank are counted in the days that are worked', async () => {
    const file = freshDossier(e2e.today);
    const { code, appointmentAt } = await stage.filed(file);
    expect(appointmentAt).toMatch(/^2026-09-09T16:/);
    const { fee } = await stage.noticed(code, file);
    const assessment = await stage.agencies.get(stage.taxOfficer, `/assessments/${code}`);
    expect(assessment).toMatchObject({ clockStartedOn: '2026-08-31', noticeLimitOn: '2026-09-07' });
    const voucher = await stage.paid(fee);
    expect(await stage.agencies.get(roles.payer(), `/vouchers/${voucher}`)).toMatchObject({ transferBy: '2026-09-03T10:00:00.000+07:00' }); // prettier-ignore
  });

  describe('when six weeks have passed', () => {
    const reference = '99982026000000140101';
    let slipOf24: { readonly code: string };
    let waiting14: OwingDossier['file'];
    let code14: string;
    /** A fee that was debited in time and is not booked yet; a dossier of which nothing was paid. */
    let notBooked: OwingDossier;
    let voucher: string;
    let late: OwingDossier;
    beforeAll(async () => {
      [notBooked, late] = [await stage.owing(), await stage.owing()];
      voucher = await stage.paid(notBooked.fee);
      await stage.policy('tax', 'issue', 'manual');
      waiting14 = freshDossier(e2e.today);
      code14 = (await stage.filed(waiting14)).code;
      await stage.until(
        'the slip of F14',
        () => stage.landStatus(code14),
        (status) => status === 'slip-received',
      );
      const [series] = await e2e.rows<{ next: string }>('tax', `select last + 1 as next from number_series where key = 'payable-item'`); // prettier-ignore
      const payableItemId = `${String(series?.next).padStart(12, '0')}00001`;
      await stage.adviseAsBank(reference, { payableItemId, amountDong: dongText(16_000_000n) });
      await stage.advice(reference, 'awaiting-items');

      await stage.policy('land-registry', 'sign-slip', 'manual');
      slipOf24 = await stage.filed(freshDossier(e2e.today));
      await stage.until(
        'the slip',
        () => stage.landStatus(slipOf24.code),
        (status) => status === 'slip-drafted',
      );
      await e2e.stack.service('integration-bus').stop();
      await stage.agencies.post(roles.landLeader(stage.offices.land), `/dossiers/${slipOf24.code}/sign-slip`);
      await e2e.passDays(LATER_DAYS);
      stage.dayHasCome();
    });

    it('F24: a slip that was signed while the bus was away is counted from the day on which it was signed, not from its arrival', async () => {
      const { code } = slipOf24;
      const look = () =>
        stage.agencies.get<{ state?: string }>(stage.taxOfficer, `/assessments/${code}`).catch(() => ({ state: '' }));
      const seen = await stage.until('the slip at the tax office', look, ({ state }) => state === 'assessed');
      expect(seen).toMatchObject({ clockStartedOn: '2026-08-31', noticeLimitOn: '2026-09-07' });
    });

    it('F14: money that came before its notice has waited, with an alarm, and is booked when the notice comes', async () => {
      const late = { reasons: [{ code: 'items-not-published' }] };
      expect(await stage.advice(reference, 'suspense')).toMatchObject(late);
      expect(await alarms('treasury', stage.offices.treasury, 'treasury-clerk')).toContain(reference);
      await stage.agencies.post(stage.taxOfficer, `/assessments/${code14}/issue`);
      const { code } = await stage.noticed(code14, waiting14);
      await stage.advice(reference, 'ready');
      await stage.book(reference);
      expect(await stage.rowIs(code, 'tax', 'booked')).toMatchObject({ reference });
    });

    it('F18: late interest counts the days to the debit, as an item of its own; what was debited in time and booked late bears none', async () => {
      await stage.book(voucher);
      await stage.rowIs(notBooked.code, 'fee', 'booked');
      await stage.paidAndBooked(late.tax);
      await stage.rowIs(late.code, 'tax', 'booked');
      const view = (code: string) => stage.agencies.get<{ lateInterest?: MoneyRow[] }>(stage.taxOfficer, `/assessments/${code}`); // prettier-ignore
      expect((await view(notBooked.code)).lateInterest ?? []).toEqual([]);
      const { lateInterest = [] } = await view(late.code);
      expect(lateInterest).toMatchObject([{ amountDong: '52800', budgetSubItem: '4917', state: 'unpaid' }]);
      await stage.paidAndBooked(late.fee);
      await stage.rowIs(late.code, 'fee', 'booked');
      expect(await fulfilments(late.code)).toBe(0);
      for (const row of (await view(late.code)).lateInterest ?? []) await stage.paidAndBooked(row);
      await stage.inState(late.code, 9);
      await nothingIsParked();
    });

    it('F23: a desk whose database went back hears again by id what it had answered since; nobody enters anything anew', async () => {
      await stage.policy('tax', 'issue', 'automatic-when-clean');
      await stage.policy('land-registry', 'sign-slip', 'automatic-when-clean');
      const { code, tax, fee } = await stage.owing();
      const backup = new Backup(e2e, 'intake');
      await backup.take();
      await stage.paidAndBooked(tax, fee);
      const before = await stage.inState(code, 9);
      const heard = () => e2e.rows('intake', `select id from inbox where stream = $1 order by id`, [`dossier:${code}`]);
      const ids = await heard();
      await backup.goBack();
      expect(await stage.inState(code, 9)).toMatchObject({ states: before.states });
      expect(await heard()).toEqual(ids);
      await nothingIsParked();
      const operator = roles.busOperator();
      await stage.agencies.post(operator, '/reconciliations', { day: e2e.today });
      const path = `/reconciliations/${e2e.today}`;
      const report = () => stage.agencies.get<Report>(operator, path).catch(() => undefined);
      const done = await stage.until('the comparison', report, (seen) => seen?.state === 'done');
      const ofDesk = done?.differences.items.filter(({ member, sender }) => [member, sender].includes('intake'));
      expect(ofDesk).toEqual([]);
    });
  });
});
