import { DebtAskedV1, OverdueReviewedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { eventually, type SentMessage, type TestStage, withClient } from '@lienthong/testing';
import { DebtAskedHandler } from '../src/debts/debt-asked.handler';
import { OverdueReviewedHandler } from '../src/overdue/overdue-reviewed.handler';
import { TaxDesk } from './tax-desk.mother';
import { openTax } from './tax-service.mother';
import { aSlip } from './transfer-slip.mother';

const [seller, buyer] = [
  aSlip().sellers[0]!.personalIdentificationNumber!,
  aSlip().buyers[0]!.personalIdentificationNumber!,
];

describe('debts at the tax office', () => {
  let stage: TestStage;
  let desk: TaxDesk;

  beforeAll(async () => {
    stage = await openTax();
    desk = new TaxDesk(stage);
    await desk.keepPrices();
  });
  afterAll(() => stage.close());

  /** The dossier's items are due on that day, their payers were told of it long ago, and its timer rings now. */
  async function isDueOn(dossierCode: string, dueDate: string): Promise<void> {
    await withClient(stage.service.database.appUrl, (client) =>
      client.query(`update payable_item set told_until = '2026-07-01' where dossier_code = $1`, [dossierCode]),
    );
    await wasDueOn(dossierCode, dueDate);
  }

  /** The dossier's items were due on that day, and its timer rings now. */
  async function wasDueOn(dossierCode: string, dueDate: string): Promise<void> {
    await withClient(stage.service.database.appUrl, async (client) => {
      await client.query('update payable_item set due_date = $2 where dossier_code = $1', [dossierCode, dueDate]);
      await client.query(`update timer set due_at = '2026-08-03T00:00:00+07:00' where subject = $1`, [dossierCode]);
    });
  }

  async function sent(name: string, code: string): Promise<SentMessage> {
    const about = async (): Promise<SentMessage | undefined> => (await stage.sent(name, code))[0];
    return eventually(about, { describe: name });
  }

  it('F25, M24, M25: an overdue item is listed to the land office once, and its payer told once 30 days later', async () => {
    const code = await desk.slip(201);
    const [tax] = await desk.issue(code);
    await desk.booked({ payableItemId: tax!.rows[0]!.payableItemId, amountDong: '16000000', voucher: 2011 });
    await wasDueOn(code, '2026-08-02');
    const list = await sent('overdue-listed', code);
    expect(list).toMatchObject({
      recipients: 'land-registry/bien-hoa',
      body: { listedOn: '2026-08-03', items: [{ payerNumber: buyer, openDong: '4000000', dueDate: '2026-08-02' }] },
    });
    expect(await stage.sent('debt-noticed', code)).toEqual([]);

    await wasDueOn(code, '2026-07-01');
    const debt = await sent('debt-noticed', code);
    expect(debt).toMatchObject({
      recipients: 'intake/bien-hoa',
      body: { item: { payerNumber: buyer, openDong: '4000000' }, interestDong: '38400' },
    });
    expect(await stage.sent('overdue-listed', code)).toHaveLength(1);
  });

  it('F25, M30: who has not paid is reminded 7 days before the due date, with what is open of the own item, and once', async () => {
    const code = await desk.slip(204);
    const [tax] = await desk.issue(code);
    await desk.booked({ payableItemId: tax!.rows[0]!.payableItemId, amountDong: '16000000', voucher: 2041 });
    await isDueOn(code, '2026-08-10');
    expect(await sent('payment-reminded', code)).toMatchObject({
      recipients: 'intake/bien-hoa',
      body: { daysFromDue: -7, item: { payerNumber: buyer, openDong: '4000000', dueDate: '2026-08-10' } },
    });
    await wasDueOn(code, '2026-08-02');
    await sent('overdue-listed', code);
    expect(await stage.sent('payment-reminded', code)).toHaveLength(1);
  });

  it('F16, F25: what was paid and is owed again is listed once its booking was taken back', async () => {
    const code = await desk.slip(203);
    const [tax] = await desk.issue(code);
    const money = { payableItemId: tax!.rows[0]!.payableItemId, amountDong: '16000000', voucher: 2031 };
    await desk.booked(money);
    await wasDueOn(code, '2026-08-02');
    await sent('overdue-listed', code);
    await desk.reversed(money);
    const about = async (): Promise<SentMessage | undefined> => (await stage.sent('overdue-listed', code))[1];
    expect(await eventually(about, { describe: 'the second list' })).toMatchObject({
      body: { items: [{ payerNumber: seller, openDong: '16000000' }] },
    });
  });

  it('M31: dossier and number have to match; a wrong one of either gets the answer of one that does not exist', async () => {
    const code = await desk.slip(202);
    const [, fee] = await desk.issue(code);
    let asked = 0;
    async function ask(dossierCode: string, payerNumber: string): Promise<unknown> {
      asked += 1;
      const queryId = `019fc562-94c0-7000-8000-00000000d20${asked}`;
      const body = { ...messageOf(DebtAskedV1).example, queryId, dossierCode, payerNumber };
      await stage.handle(DebtAskedHandler, { body, sender: 'collecting-bank', senderOffice: 'head-office' });
      const [answer] = await stage.sent('debt-told', queryId);
      expect(answer?.recipients).toBe('collecting-bank/head-office');
      return answer?.body['rows'];
    }
    expect(await ask(code, buyer)).toMatchObject([
      { payableItemId: fee!.rows[0]!.payableItemId, openDong: '4000000', budgetSubItem: '2801' },
    ]);
    expect(await ask(code, seller)).toMatchObject([{ openDong: '16000000' }]);
    expect(await ask(code, '075088000009')).toEqual([]);
    expect(await ask('H19.91.01-260803-9999', buyer)).toEqual([]);
  });

  it('F25, M24: what the land office finds wrong of an overdue dossier is an officer’s task, what stands is only kept', async () => {
    const code = await desk.slip(230);
    await desk.issue(code);
    const reviewed = (n: number, changes: Partial<OverdueReviewedV1> = {}) => {
      const messageId = `019fc562-94c0-7000-8000-0000000000f${n}`;
      const body = { ...messageOf(OverdueReviewedV1).example, dossierCode: code, messageId, ...changes };
      return stage.handle(OverdueReviewedHandler, { body });
    };
    const tasks = async (): Promise<unknown> => {
      const { body } = await (await stage.as('tax-officer')).get('/tasks?kind=officer-task');
      return (body['items'] as { dossierCode: string }[]).filter(({ dossierCode }) => dossierCode === code);
    };
    await reviewed(1);
    expect(await tasks()).toEqual([]);
    await reviewed(2, { finding: 'data-wrong', reason: 'Diện tích sai' });
    await reviewed(2, { finding: 'data-wrong', reason: 'Diện tích sai' });
    expect(await tasks()).toMatchObject([{ dossierCode: code }]);
    const kept = await (await stage.as('tax-officer')).get(`/assessments/${code}/overdue-reviews`);
    expect(kept.body).toMatchObject({ items: [{ finding: 'still-owed' }, { finding: 'data-wrong' }] });
  });
});
