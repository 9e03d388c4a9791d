import type { PaymentNotice, TransferSlipSentV1 } from '@lienthong/contracts';
import type { TestStage } from '@lienthong/testing';
import { TaxDesk } from './tax-desk.mother';
import { openTax } from './tax-service.mother';
import { aContract, aSlip } from './transfer-slip.mother';

const [seller, buyer] = [
  aSlip().sellers[0]!.personalIdentificationNumber,
  aSlip().buyers[0]!.personalIdentificationNumber,
];
const soleHome = { ground: 'sole-home', person: seller, otherHomes: 0, futureHomes: 0, heldSince: '2019-04-01', wholeProperty: true }; // prettier-ignore
const deferral = { ground: 'fee-deferral', person: buyer, proof: 'papers' };

const dearer: Partial<TransferSlipSentV1> = {
  submission: 2,
  submissionKind: 'replacement',
  contract: aContract(1_200_000_000n),
};

describe('notices that follow others, at the tax office', () => {
  let stage: TestStage;
  let desk: TaxDesk;

  beforeAll(async () => {
    stage = await openTax();
    desk = new TaxDesk(stage);
    await desk.keepPrices();
  });
  afterAll(() => stage.close());

  async function itemsOf(code: string): Promise<readonly string[]> {
    const { notices } = await desk.view(code);
    return notices.flatMap(({ rows }) => rows.map(({ payableItemId }) => payableItemId));
  }

  it('F6, F29: an amended notice names the one it replaces; the old ones stay as they were issued', async () => {
    const code = await desk.slip(101);
    const [tax, fee] = await desk.issue(code);
    await desk.slip(101, dearer);
    const [raised] = await desk.issue(code);
    expect(raised).toMatchObject({ amends: { replaces: tax?.number, change: 'raised', differenceDong: '8000000' } });

    const { notices } = await desk.view(code);
    expect(notices).toHaveLength(4);
    expect(notices[0]).toMatchObject({ number: tax?.number, supersededBy: raised?.number, baseDong: '800000000' });
    expect(notices[1]).toMatchObject({ number: fee?.number, rows: [{ amountDong: '4000000', state: 'unpaid' }] });
    expect(notices[2]?.rows).toMatchObject([{ amountDong: '16000000' }, { amountDong: '8000000' }]);
    const issued = await stage.sent('payment-notices-issued', code);
    expect(issued).toHaveLength(2);
    expect(issued[1]?.body).toMatchObject({
      notices: [{ amends: { replaces: tax?.number } }, { kind: 'registration-fee' }],
    });
    const item = raised?.rows[1]?.payableItemId;
    expect(await stage.sent('payable-items-published', item)).toMatchObject([{ body: { amountDong: '8000000' } }]);
    const forms = (await (await stage.as('tax-officer')).get(`/assessments/${code}/notice-forms`)).body['forms'];
    expect(forms).toMatchObject([
      { number: tax?.number, issue: { kind: 'first' }, totals: { payableDong: '16000000' } },
      { issue: { kind: 'first' } },
      {
        number: raised?.number,
        issue: { kind: 'amended', replaces: tax?.number },
        totals: { payableDong: '24000000' },
      },
      { issue: { kind: 'amended' } },
    ]);
  });

  it('F5, F29: a corrected slip that changes no amount is answered by the notices that stand, as they were issued', async () => {
    const code = await desk.slip(115);
    const notices = await desk.issue(code);
    await desk.slip(115, { submission: 2, submissionKind: 'replacement' });
    expect(await desk.issue(code)).toEqual([]);
    const [first, answer] = await stage.sent('payment-notices-issued', code);
    expect(answer?.body['notices']).toEqual(first?.body['notices']);
    expect(answer?.body['slipNumber']).toBe('115-2/PC');
    expect((await desk.view(code)).notices).toHaveLength(notices.length);
    expect(await stage.sent('payable-items-closed', notices[0]?.rows[0]?.payableItemId)).toEqual([]);
  });

  it('F21: one notice for two dossiers names the dossier of each row; either is settled by its own rows alone', async () => {
    const codes = [await desk.slip(117), await desk.slip(118)] as const;
    const answer = await desk.post<{ notices: PaymentNotice[] }>('tax-officer', '/joint-notices', {
      dossierCodes: codes,
    });
    expect(answer.status).toBe(200);
    const { notices } = answer.body;
    expect(notices.map(({ kind, baseDong, rows }) => [kind, baseDong, rows.map((row) => row.dossierCode)])).toEqual([
      ['personal-income-tax', '1600000000', codes],
      ['registration-fee', '1600000000', codes],
    ]);
    for (const code of codes) {
      const [told] = await stage.sent('payment-notices-issued', code);
      expect(told?.body['notices']).toEqual(notices);
    }
    const [one, other] = codes;
    for (const [n, itemId] of (await itemsOf(one)).entries())
      await desk.booked({ payableItemId: itemId, amountDong: ['16000000', '4000000'][n]!, voucher: 1171 + n });
    expect(await stage.sent('obligation-fulfilled', one)).toMatchObject([{ body: { items: { length: 2 } } }]);
    expect(await stage.sent('obligation-fulfilled', other)).toEqual([]);

    await desk.slip(118, { submission: 2, submissionKind: 'replacement' });
    expect(await desk.issue(other)).toEqual([]);
    const [, again] = await stage.sent('payment-notices-issued', other);
    expect(again?.body['notices']).toEqual(notices);
    await desk.post('agency-leader', `/assessments/${other}/withdrawal`, {
      reason: 'Hủy hợp đồng',
      document: '118/QĐ',
    });
    expect((await desk.view(other)).notices).toMatchObject(Array(2).fill({ withdrawal: { document: '118/QĐ' } }));
    expect((await desk.view(one)).notices.filter(({ withdrawal }) => withdrawal)).toEqual([]);
  });

  it('F21: only first notices of dossiers that are ready are issued jointly, all or none', async () => {
    const [ready, issued] = [await desk.slip(119), await desk.slip(120)];
    await desk.issue(issued);
    await desk.slip(120, dearer);
    const jointly = (...dossierCodes: readonly string[]) =>
      desk.post('tax-officer', '/joint-notices', { dossierCodes });
    expect(await jointly(ready, issued)).toMatchObject({ status: 409, body: { code: 'tax.NOTICES_NOT_FIRST' } });
    expect(await jointly(ready)).toMatchObject({ status: 400 });
    expect(await desk.view(ready)).toMatchObject({ state: 'assessed', notices: [] });
    await desk.issue(issued);
    expect(await jointly(ready, issued)).toMatchObject({ status: 409, body: { code: 'tax.NOT_READY_TO_ISSUE' } });
  });

  it('F20: what was claimed on a return stays claimed when the land office corrects its slip', async () => {
    const code = await desk.slip(116);
    await desk.claim(code, [soleHome]);
    await desk.slip(116, dearer);
    expect(await desk.view(code)).toMatchObject({ state: 'to-confirm', confirmFor: ['exemption'] });
    await desk.claim(code, []);
    expect(await desk.view(code)).toMatchObject({ state: 'assessed' });
  });

  it('F6: after an increase the dossier is fulfilled by both items, the one that was paid before included', async () => {
    const code = await desk.slip(102);
    const [tax, fee] = await desk.issue(code);
    await desk.booked({ payableItemId: tax!.rows[0]!.payableItemId, amountDong: '16000000', voucher: 1021 });
    await desk.slip(102, dearer);
    const [taxAgain, feeAgain] = await desk.issue(code);
    await desk.booked({ payableItemId: fee!.rows[0]!.payableItemId, amountDong: '4000000', voucher: 1022 });
    expect(await stage.sent('obligation-fulfilled', code)).toEqual([]);
    await desk.booked({ payableItemId: taxAgain!.rows[1]!.payableItemId, amountDong: '8000000', voucher: 1023 });
    await desk.booked({ payableItemId: feeAgain!.rows[1]!.payableItemId, amountDong: '2000000', voucher: 1024 });
    const [fulfilled] = await stage.sent('obligation-fulfilled', code);
    expect(fulfilled?.body).toMatchObject({ items: { length: 4 }, remainderDong: '0' });
  });

  it('F6, M45: a decrease closes the old item, the money paid for it counts for the new one, the rest is overpaid', async () => {
    const code = await desk.slip(103, { contract: aContract(1_200_000_000n) });
    const [tax, fee] = await desk.issue(code);
    const [old, oldFee] = [tax!.rows[0]!.payableItemId, fee!.rows[0]!.payableItemId];
    await desk.booked({ payableItemId: old, amountDong: '24000000', voucher: 1031 });
    await desk.paid({ payableItemId: oldFee, amountDong: '1000000', voucher: 1032 });
    await desk.slip(103, { submission: 2, submissionKind: 'replacement' });
    const [lowered, loweredFee] = await desk.issue(code);
    expect(lowered).toMatchObject({ dueDate: tax?.dueDate, amends: { change: 'lowered', differenceDong: '8000000' } });
    expect(await stage.sent('payable-items-closed', old)).toMatchObject([
      { recipients: 'collecting-bank/head-office,treasury/bien-hoa', body: { reason: 'amended' } },
    ]);
    expect(await stage.sent('payable-items-published', lowered!.rows[0]!.payableItemId)).toEqual([]);
    expect(await stage.sent('payable-items-published', loweredFee!.rows[0]!.payableItemId)).toMatchObject([
      { body: { amountDong: '3000000' } },
    ]);
    expect(await stage.sent('overpayment-recorded', code)).toMatchObject([
      { recipients: 'intake/bien-hoa,land-registry/bien-hoa', body: { payableItemId: old, amountDong: '8000000', cause: 'notice-lowered' } },
    ]); // prettier-ignore

    await desk.booked({ payableItemId: oldFee, amountDong: '1000000', voucher: 1032 });
    expect(await stage.sent('obligation-fulfilled', code)).toEqual([]);
    await desk.booked({ payableItemId: loweredFee!.rows[0]!.payableItemId, amountDong: '3000000', voucher: 1033 });
    expect(await stage.sent('obligation-fulfilled', code)).toMatchObject([
      { body: { items: [{ amountDong: '16000000' }, { amountDong: '4000000' }] } },
    ]);
  });

  it('F7: withdrawn notices close what is open; what was paid, then and later, is overpaid and paid back to nobody', async () => {
    const code = await desk.slip(104);
    await desk.issue(code);
    const [tax, fee] = await itemsOf(code);
    await desk.booked({ payableItemId: tax!, amountDong: '16000000', voucher: 1041 });
    const order = { reason: 'Công dân rút hồ sơ', document: '104/QĐ' };
    expect((await desk.post('tax-officer', `/assessments/${code}/withdrawal`, order)).status).toBe(403);
    expect(await desk.post('agency-leader', `/assessments/${code}/withdrawal`, order)).toMatchObject({
      status: 200,
      body: { withdrawn: { length: 2 } },
    });
    expect(await stage.sent('payment-notices-withdrawn', code)).toMatchObject([
      { recipients: 'intake/bien-hoa,land-registry/bien-hoa', body: order },
    ]);
    for (const item of [tax, fee])
      expect(await stage.sent('payable-items-closed', item)).toMatchObject([{ body: { reason: 'withdrawn' } }]);
    await desk.booked({ payableItemId: fee!, amountDong: '4000000', voucher: 1042 });
    expect(
      (await stage.sent('overpayment-recorded', code)).map(({ body }) => [body['amountDong'], body['cause']]),
    ).toEqual([
      ['16000000', 'notice-withdrawn'],
      ['4000000', 'notice-withdrawn'],
    ]);
    expect(await stage.sent('obligation-fulfilled', code)).toEqual([]);
    expect(await desk.view(code)).toMatchObject({
      state: 'withdrawn',
      notices: Array(2).fill({ withdrawal: order, rows: [{ state: 'closed' }] }),
    });
    const again = await desk.post('agency-leader', `/assessments/${code}/withdrawal`, order);
    expect(again).toMatchObject({ status: 409, body: { code: 'tax.NOTICES_NOT_STANDING' } });
  });

  it('F9: part of the money leaves the remainder with its due date, and the dossier does not go on', async () => {
    const code = await desk.slip(105);
    await desk.issue(code);
    const [tax, fee] = await itemsOf(code);
    await desk.booked({ payableItemId: fee!, amountDong: '4000000', voucher: 1051 });
    await desk.booked({ payableItemId: tax!, amountDong: '15999999', voucher: 1052 });
    expect((await desk.view(code)).notices[0]?.rows).toMatchObject([
      { state: 'part-paid', paidDong: '15999999', dueDate: '2026-09-03' },
    ]);
    expect(await stage.sent('obligation-fulfilled', code)).toEqual([]);
    await desk.booked({ payableItemId: tax!, amountDong: '15999999', voucher: 1052 });
    expect(await stage.sent('part-payment-recorded', code)).toMatchObject([
      { recipients: 'intake/bien-hoa', body: { item: { payableItemId: tax, openDong: '1', dueDate: '2026-09-03' } } },
    ]);
    await desk.booked({ payableItemId: tax!, amountDong: '1', voucher: 1053 });
    expect(await stage.sent('part-payment-recorded', code)).toHaveLength(1);
    expect(await stage.sent('obligation-fulfilled', code)).toHaveLength(1);
  });

  it('F10: too much blocks nothing; what is too much is kept and offset by the id that its payer names', async () => {
    const code = await desk.slip(106);
    await desk.issue(code);
    const [tax, fee] = await itemsOf(code);
    await desk.booked({ payableItemId: tax!, amountDong: '20000000', voucher: 1061 });
    await desk.booked({ payableItemId: fee!, amountDong: '4000000', voucher: 1062 });
    expect(await stage.sent('obligation-fulfilled', code)).toHaveLength(1);
    const [over] = await stage.sent('overpayment-recorded', code);
    expect(over?.body).toMatchObject({ amountDong: '4000000', cause: 'paid-over', payerNumber: seller });

    const other = await desk.slip(107);
    await desk.issue(other);
    const [otherTax, otherFee] = await itemsOf(other);
    const path = `/overpayments/${String(over?.body['overpaymentId'])}/offsets`;
    expect(await desk.post('tax-officer', path, { payableItemId: otherFee }, 'offset-fee')).toMatchObject({
      status: 409,
      body: { code: 'tax.OFFSET_OF_ANOTHER_PAYER' },
    });
    const done = await desk.post('tax-officer', path, { payableItemId: otherTax }, 'offset-tax');
    expect(done).toMatchObject({
      status: 201,
      body: { offsetDong: '4000000', offsets: [{ payableItemId: otherTax }] },
    });
    expect(await desk.post('tax-officer', path, { payableItemId: otherTax }, 'offset-again')).toMatchObject({
      status: 409,
      body: { code: 'tax.NOTHING_TO_OFFSET' },
    });
    expect((await desk.view(other)).notices[0]?.rows).toMatchObject([{ state: 'part-paid', paidDong: '4000000' }]);
    await desk.booked({ payableItemId: otherFee!, amountDong: '4000000', voucher: 1071 });
    await desk.booked({ payableItemId: otherTax!, amountDong: '12000000', voucher: 1072 });
    expect(await stage.sent('obligation-fulfilled', other)).toHaveLength(1);
    const listed = await (await stage.as('tax-officer')).get(`/assessments/${code}/overpayments`);
    expect(listed.body).toMatchObject({ overpayments: [{ amountDong: '4000000', offsetDong: '4000000' }] });
  });

  it('F18: late interest is an item of its own, by the day of the debit; the dossier waits until it is paid too', async () => {
    const code = await desk.slip(108);
    await desk.issue(code);
    const [tax, fee] = await itemsOf(code);
    await desk.booked({
      payableItemId: fee!,
      amountDong: '4000000',
      voucher: 1081,
      debitDate: '2026-09-03',
      bookedOn: '2026-09-30',
    });
    await desk.booked({ payableItemId: tax!, amountDong: '16000000', voucher: 1082, debitDate: '2026-09-14', bookedOn: '2026-09-30' }); // prettier-ignore
    const [interest, ...more] = await stage.sent('late-interest-charged', code);
    expect(more).toEqual([]);
    expect(interest?.body).toMatchObject({
      latePayableItemId: tax,
      lateDays: 10,
      amountDong: '48000',
      budgetSubItem: '4917',
    });
    expect(await stage.sent('obligation-fulfilled', code)).toEqual([]);
    const payableItemId = String(interest?.body['payableItemId']);
    expect(await stage.sent('payable-items-published', payableItemId)).toMatchObject([
      { body: { amountDong: '48000' } },
    ]);
    await desk.booked({ payableItemId, amountDong: '48000', voucher: 1083, debitDate: '2026-10-05' });
    expect(await stage.sent('obligation-fulfilled', code)).toMatchObject([{ body: { items: { length: 3 } } }]);
    expect((await desk.view(code)).lateInterest).toMatchObject([{ state: 'booked', budgetSubItem: '4917' }]);
  });

  it('F20: an exempt seller does not free the buyer; a second officer confirms the exemption', async () => {
    const code = await desk.slip(109);
    expect(await desk.claim(code, [soleHome])).toMatchObject({ status: 200, body: { state: 'to-confirm' } });
    const officer = await stage.as('tax-officer');
    expect((await officer.get('/work-list?step=confirm')).body).toMatchObject({ items: [{ key: code }] });
    expect(await officer.post(`/assessments/${code}/issue`)).toMatchObject({
      body: { code: 'tax.NOT_READY_TO_ISSUE' },
    });
    expect(await officer.post(`/assessments/${code}/confirmation`)).toMatchObject({
      status: 403,
      body: { code: 'access.SAME_PERSON' },
    });
    expect(await desk.post('agency-leader', `/assessments/${code}/confirmation`)).toMatchObject({
      body: { state: 'assessed' },
    });
    const notices = await desk.issue(code);
    expect(notices.map(({ kind }) => kind)).toEqual(['registration-fee']);
    expect(await stage.sent('payment-notices-issued', code)).toMatchObject([
      { body: { exemptions: [{ payer: 'seller', exemptDong: '16000000' }] } },
    ]);
    expect(await stage.sent('nothing-due', code)).toEqual([]);
    expect(await stage.sent('obligation-fulfilled', code)).toEqual([]);
    await desk.booked({ payableItemId: notices[0]!.rows[0]!.payableItemId, amountDong: '4000000', voucher: 1091 });
    expect(await stage.sent('obligation-fulfilled', code)).toHaveLength(1);
  });

  it('F19: a deferred fee is noted, not waited for; the fulfilment says so', async () => {
    const code = await desk.slip(110);
    await desk.claim(code, [deferral]);
    await desk.post('agency-leader', `/assessments/${code}/confirmation`);
    const [tax, fee] = await desk.issue(code);
    expect(fee?.rows).toMatchObject([{ deferred: true, amountDong: '4000000' }]);
    expect(await stage.sent('payable-items-published', fee?.rows[0]?.payableItemId)).toEqual([]);
    await desk.booked({ payableItemId: tax!.rows[0]!.payableItemId, amountDong: '16000000', voucher: 1101 });
    expect(await stage.sent('obligation-fulfilled', code)).toMatchObject([
      { body: { items: { length: 1 }, deferredItems: [{ payerNumber: buyer, amountDong: '4000000' }] } },
    ]);
    expect(await desk.view(code)).toMatchObject({ state: 'fulfilled' });
  });

  it('M21, F19, F20: when nobody has to pay now the tax office says so, with the legal basis, and issues no demand', async () => {
    const code = await desk.slip(111);
    await desk.claim(code, [soleHome, deferral]);
    await desk.post('agency-leader', `/assessments/${code}/confirmation`);
    await desk.issue(code);
    expect(await stage.sent('nothing-due', code)).toMatchObject([
      {
        recipients: 'intake/bien-hoa,land-registry/bien-hoa',
        body: {
          exemptions: [{ payer: 'seller', legalBasis: expect.arrayContaining([expect.stringMatching(/^X3: /)]) }],
          deferredItems: [{ payerNumber: buyer, amountDong: '4000000' }],
        },
      },
    ]);
    expect(await stage.sent('payment-notices-issued', code)).toEqual([]);
    expect(await desk.view(code)).toMatchObject({ state: 'fulfilled' });
  });

  it('F20, M23: an exemption that is granted after the notices withdraws them, and all that was open is closed', async () => {
    const code = await desk.slip(112);
    const [tax] = await desk.issue(code);
    await desk.claim(code, [soleHome]);
    await desk.post('agency-leader', `/assessments/${code}/confirmation`);
    expect(await desk.issue(code)).toEqual([]);
    expect(await stage.sent('payment-notices-withdrawn', code)).toMatchObject([
      { body: { noticeNumbers: [tax?.number] } },
    ]);
    expect(await stage.sent('payable-items-closed', tax?.rows[0]?.payableItemId)).toHaveLength(1);
  });

  it('amounts over the limit of the office wait for a second officer, who then does not issue them', async () => {
    const code = await desk.slip(113, { contract: aContract(60_000_000_000n) });
    expect(await desk.view(code)).toMatchObject({ state: 'to-confirm', confirmFor: ['amount'] });
    const officer = await stage.as('tax-officer');
    expect((await officer.post(`/assessments/${code}/confirmation`)).status).toBe(200);
    expect(await officer.post(`/assessments/${code}/confirmation`)).toMatchObject({
      body: { code: 'tax.NOT_TO_CONFIRM' },
    });
    expect(await officer.post(`/assessments/${code}/issue`)).toMatchObject({
      status: 403,
      body: { code: 'access.SAME_PERSON' },
    });
  });

  it('X1, P12: only parties of the slip claim exemptions, and no claim is completed by guess', async () => {
    const code = await desk.slip(114);
    expect(await desk.claim(code, [{ ...soleHome, person: '075190000009' }])).toMatchObject({
      status: 400,
      body: { code: 'tax.CLAIM_OF_STRANGER' },
    }); // prettier-ignore
    expect(await desk.claim(code, [{ ground: 'sole-home', person: seller }])).toMatchObject({
      status: 400,
      body: { code: 'tax.CLAIM_INCOMPLETE' },
    });
  });
});
