import { SupplementDeadlines } from '@lienthong/service-host';
import { BirthCorrectedHandler } from '../src/chain/birth-corrected.handler';
import { BranchStoppedHandler } from '../src/chain/branch-stopped.handler';
import { PapersForwardedHandler } from '../src/cards/papers-forwarded.handler';
import { birthOf, codesOf, correction, papers, requestOf } from './health-insurance.mother';
import { InsuranceStage, MESSAGE, REGISTRAR } from './insurance-stage.mother';

describe('health insurance in a birth chain', () => {
  let insurance: InsuranceStage;
  beforeAll(async () => {
    insurance = await InsuranceStage.open();
  });
  afterAll(() => insurance.close());

  it('issues the card by itself, valid to 30 September, and tells the office that asked (O §4.2 5b)', async () => {
    const request = requestOf(1);
    await insurance.asked(request);
    expect(await insurance.stage.sent('health-card-issued', request.dossierCode)).toMatchObject([
      {
        recipients: 'civil-status/tran-bien',
        causationId: MESSAGE,
        body: {
          subDossierCode: request.subDossierCode,
          cardNumber: expect.stringMatching(/^7526\d{6}$/),
          validFrom: '2026-07-20',
          validTo: '2032-09-30',
          existedBefore: false,
        },
      },
    ]);
  });

  it('steps over a number that a card from before the chains bears already', async () => {
    await insurance.asked(requestOf(12));
    const [{ last }] = (await insurance.rows(
      `select last from number_series where key like 'social-insurance-number%'`,
      [],
    )) as [{ last: number }];
    const numberAfter = (steps: number): string => `7526${String(Number(last) + steps).padStart(6, '0')}`;
    const card = { sex: 'male', birthDate: '1940-05-19', issuedOn: '2021-01-01', validFrom: '2021-01-01' };
    for (const steps of [1, 2])
      await insurance.insured(80 + steps, { card: { ...card, cardNumber: numberAfter(steps), validTo: '2030-12-31' } });
    await insurance.asked(requestOf(13));
    expect(await insurance.stage.sent('health-card-issued', codesOf(13, '').dossierCode)).toMatchObject([
      { body: { cardNumber: numberAfter(3), existedBefore: false } },
    ]);
  });

  it('answers with the card that is there, and makes no second one (O §4.5 already has a card)', async () => {
    await insurance.asked(requestOf(2));
    await insurance.asked({ ...requestOf(3), birth: birthOf(2) });
    await insurance.asked(requestOf(2));
    const [first] = await insurance.stage.sent('health-card-issued', codesOf(2, '').dossierCode);
    expect(await insurance.stage.sent('health-card-issued', codesOf(2, '').dossierCode)).toHaveLength(1);
    expect(await insurance.stage.sent('health-card-issued', codesOf(3, '').dossierCode)).toMatchObject([
      { body: { cardNumber: first?.body['cardNumber'], existedBefore: true } },
    ]);
  });

  it('makes one card when two chains ask for the same child at the same moment', async () => {
    await Promise.all([insurance.asked(requestOf(4)), insurance.asked({ ...requestOf(5), birth: birthOf(4) })]);
    const sent = [
      ...(await insurance.stage.sent('health-card-issued', codesOf(4, '').dossierCode)),
      ...(await insurance.stage.sent('health-card-issued', codesOf(5, '').dossierCode)),
    ];
    expect(sent.map(({ body }) => body['existedBefore']).sort()).toEqual([false, true]);
    expect(new Set(sent.map(({ body }) => body['cardNumber'])).size).toBe(1);
  });

  it('leaves a child of six to the officer, who cannot issue but refuse (O §4.5 child 6 or older)', async () => {
    const request = requestOf(6, { birth: birthOf(6, '2020-08-03') });
    await insurance.asked(request);
    const { dossierCode } = request;
    expect(await insurance.look('/work-list?step=issue')).toMatchObject({ items: [{ key: dossierCode }] });
    expect(await insurance.post(`/card-requests/${dossierCode}/issue`)).toMatchObject({
      status: 422,
      body: { code: 'health-insurance.CHILD_TOO_OLD' },
    });
    expect((await insurance.post(`/card-requests/${dossierCode}/refuse`, { reason: 'Đủ 6 tuổi.' })).status).toBe(200);
    expect(await insurance.stage.sent('health-card-refused', dossierCode)).toMatchObject([
      { body: { accepted: false } },
    ]);
  });

  it('asks for papers, waits, goes on when they come, and refuses what is too late (O §4.5 needs supplement)', async () => {
    await insurance.policy('issue', 'manual');
    const supplement = { items: ['Nơi khám chữa bệnh ban đầu'], reason: 'Tờ khai thiếu.' };
    for (const row of [7, 8]) {
      await insurance.asked(requestOf(row));
      await insurance.post(`/card-requests/${codesOf(row, '').dossierCode}/accept`);
      await insurance.post(`/card-requests/${codesOf(row, '').dossierCode}/want-supplement`, supplement);
    }
    const { dossierCode } = codesOf(7, '');
    expect(await insurance.stage.sent('health-card-supplement-wanted', dossierCode)).toMatchObject([
      { body: { until: '2026-08-12', items: supplement.items } },
    ]);
    const body = { ...papers, ...codesOf(7, 'health-card') };
    await insurance.stage.handle(PapersForwardedHandler, { ...REGISTRAR, body });
    expect((await insurance.post(`/card-requests/${dossierCode}/issue`)).body).toMatchObject({ state: 'issued' });
    const limit = (day: string): Promise<unknown[]> =>
      insurance.rows('update card_request set supplement_until = $2 where dossier_code = $1', [
        codesOf(8, '').dossierCode,
        day,
      ]);
    const deadlines = insurance.stage.service.running.app.get(SupplementDeadlines, { strict: false });
    await limit('2026-08-03');
    expect(await deadlines.enforce()).toBe(0);
    await limit('2026-08-02');
    expect(await deadlines.enforce()).toBe(1);
    expect(await insurance.stage.sent('health-card-refused', codesOf(8, '').dossierCode)).toMatchObject([
      { body: { accepted: true, reason: 'Quá thời hạn bổ sung giấy tờ.' } },
    ]);
    await insurance.policy('issue', 'automatic-when-clean');
  });

  it('updates the card after a correction and makes no second one, a new number included (O §4.5 corrected)', async () => {
    await insurance.asked(requestOf(9));
    const number = birthOf(9).personalIdentificationNumber;
    const birth = { ...birthOf(9), child: correction.birth.child };
    const body = {
      ...correction,
      dossierCode: codesOf(9, '').dossierCode,
      personalIdentificationNumber: number,
      birth,
    };
    await insurance.stage.handle(BirthCorrectedHandler, { body });
    expect(await insurance.look(`/insured-persons/${number}`)).toMatchObject({
      card: { name: 'Nguyễn Lê Ân', state: 'active' },
    });
    const renumbering = {
      ...body,
      changes: [{ field: 'personal-identification-number', before: number, after: '075226009909' }] as const,
      birth: { ...birth, personalIdentificationNumber: '075226009909' },
    };
    await insurance.stage.handle(BirthCorrectedHandler, { body: renumbering });
    const [old, now] = [
      await insurance.look(`/insured-persons/${number}`),
      await insurance.look('/insured-persons/075226009909'),
    ];
    expect(old).toMatchObject({ card: { state: 'renumbered' } });
    expect(now).toMatchObject({
      card: { state: 'active', cardNumber: (old['card'] as { cardNumber: string }).cardNumber },
    });
  });

  it('stops an open request when the registrar says so (O §4.5 child dies)', async () => {
    await insurance.policy('issue', 'manual');
    await insurance.asked(requestOf(10));
    await insurance.policy('issue', 'automatic-when-clean');
    const body = { ...codesOf(10, 'health-card'), stoppedAt: '2026-08-03T10:00:00+07:00', reason: 'Trẻ đã chết.' };
    await insurance.stage.handle(BranchStoppedHandler, { ...REGISTRAR, body });
    expect((await insurance.post(`/card-requests/${body.dossierCode}/issue`)).status).toBe(409);
  });

  it('is for officers of the office only', async () => {
    await insurance.policy('issue', 'manual');
    await insurance.asked(requestOf(11));
    await insurance.policy('issue', 'automatic-when-clean');
    const stranger = await insurance.stage.as('insurance-officer', 'long-thanh');
    const answer = await stranger.post(`/card-requests/${codesOf(11, '').dossierCode}/issue`);
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
  });
});
