import { messageOf } from '@lienthong/envelope';
import { DebtAskedV1, type PaymentNotice, type SlipPerson } from '@lienthong/contracts';
import { type TestStage, withClient } from '@lienthong/testing';
import { DebtAskedHandler } from '../src/debts/debt-asked.handler';
import { TaxDesk } from './tax-desk.mother';
import { openTax } from './tax-service.mother';
import { aSlip } from './transfer-slip.mother';

const TAX_CODE = '3600000014';
const PASSPORT = 'X 1234567';

describe('payers without a personal identification number (R7, L §2.6.2)', () => {
  let stage: TestStage;
  let desk: TaxDesk;
  let dossierCode: string;
  let notices: readonly PaymentNotice[];
  beforeAll(async () => {
    stage = await openTax();
    desk = new TaxDesk(stage);
    await desk.keepPrices();
    const [seller, buyer] = [aSlip().sellers[0]!, aSlip().buyers[0]!];
    const identityDocument = { kind: 'Hộ chiếu', number: PASSPORT, issuedOn: '2024-01-01' };
    dossierCode = await desk.slip(1, {
      sellers: [{ ...withoutNumber(seller), kind: 'organisation', taxCode: TAX_CODE, phone: '0901234567' }],
      buyers: [{ ...withoutNumber(buyer), identityDocument }],
    });
    notices = await desk.issue(dossierCode);
  });
  afterAll(() => stage.close());

  const typesOf = (like: string): Promise<string[]> =>
    withClient(stage.service.database.appUrl, async (client) => {
      const sql = 'select distinct type from outbox where type like $1 order by type';
      return (await client.query<{ type: string }>(sql, [like])).rows.map(({ type }) => type);
    });

  it('get notices by tax code and by the number of the passport (W2)', () => {
    const rows = notices.flatMap(({ rows }) => rows.map(({ payerNumber, amountDong }) => [payerNumber, amountDong]));
    expect(rows).toEqual([[TAX_CODE, '16000000'], [PASSPORT, '4000000']]); // prettier-ignore
  });

  it('are told of in the version that takes any payer, and all others in the version that everybody knows', async () => {
    const told = ['payment-notices-issued', 'payable-items-published'];
    expect(await typesOf('%.tax.pay%')).toEqual(told.map((name) => `vn.lienthong.tax.${name}.v2`).sort());
    await desk.issue(await desk.slip(2));
    expect(await typesOf('%.tax.pay%')).toEqual(
      told.flatMap((name) => [`vn.lienthong.tax.${name}.v1`, `vn.lienthong.tax.${name}.v2`]).sort(),
    );
  });

  it('stand with number and phone on 03/TB-BĐS-TNCN and 01/TB-LPTB (L §2.2.1)', async () => {
    const { body } = await (await stage.as('tax-officer')).get(`/assessments/${dossierCode}/notice-forms`);
    expect(body).toMatchObject({
      forms: [
        {
          form: '03/TB-BĐS-TNCN',
          payers: [{ number: TAX_CODE, phone: '0901234567' }],
          payments: [{ number: TAX_CODE }],
        },
        { form: '01/TB-LPTB', payers: [{ number: PASSPORT }], persons: [{ number: PASSPORT }] },
      ],
    });
    const paper = `/assessments/${dossierCode}/notices/${encodeURIComponent(notices[0]?.number ?? '')}/paper`;
    expect(await (await stage.as('tax-officer')).file(paper)).toMatchObject({ status: 200 });
  });

  it('ask by the same number what they owe, and nobody by another (M31)', async () => {
    const asked = async (payerNumber: string): Promise<unknown> => {
      const queryId = messageOf(DebtAskedV1).example.queryId.replace(/.$/, payerNumber === PASSPORT ? '1' : '2');
      const body = { ...messageOf(DebtAskedV1).example, queryId, dossierCode, payerNumber };
      await stage.handle(DebtAskedHandler, { sender: 'collecting-bank', senderOffice: 'head-office', body });
      return (await stage.sent('debt-told', queryId))[0]?.body['rows'];
    };
    expect(await asked(PASSPORT)).toMatchObject([{ budgetSubItem: '2801', openDong: '4000000' }]);
    expect(await asked('X 7654321')).toEqual([]);
  });

  it('have what they pay too much kept for them (M45), and what they owe asked for by the land office (M16)', async () => {
    const payableItemId = notices[1]?.rows[0]?.payableItemId ?? '';
    await desk.booked({ payableItemId, amountDong: '5000000', voucher: 1 });
    expect(await stage.sent('overpayment-recorded')).toMatchObject([
      { body: { payerNumber: PASSPORT, amountDong: '1000000' } },
    ]);
    expect(await typesOf('%overpayment%')).toEqual(['vn.lienthong.tax.overpayment-recorded.v2']);
  });
});

function withoutNumber({ personalIdentificationNumber: _none, ...person }: SlipPerson): SlipPerson {
  return person;
}
