import type { HealthCardRequestedV1 } from '@lienthong/contracts';
import { type ApiAnswer, TestStage, withClient } from '@lienthong/testing';
import { FuneralAllowanceAskedHandler } from '../src/allowances/funeral-allowance-asked.handler';
import { BenefitsStopRequestedHandler } from '../src/benefits/benefits-stop-requested.handler';
import { HealthCardRequestedHandler } from '../src/cards/health-card-requested.handler';
import { PapersForwardedHandler } from '../src/cards/papers-forwarded.handler';
import { SupplementDeadlines } from '../src/cards/supplement-deadlines';
import { BirthCorrectedHandler } from '../src/chain/birth-corrected.handler';
import { BranchStoppedHandler } from '../src/chain/branch-stopped.handler';
import { DeathRevokedHandler } from '../src/chain/death-revoked.handler';
import { healthInsuranceService } from '../src/health-insurance.service-definition';
import {
  birthOf,
  codesOf,
  correction,
  deathOf,
  numberOfDeceased,
  papers,
  questionOf,
  requestOf,
  revocation,
  withoutNumber,
} from './health-insurance.mother';

const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const REGISTRAR = { sender: 'civil-status', senderOffice: 'tran-bien' } as const;
const PROTECTION = { sender: 'social-protection', senderOffice: 'tran-bien' } as const;

describe('health insurance', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await TestStage.open(healthInsuranceService, { at: '2026-08-03T10:00:00+07:00', office: 'bien-hoa' });
  });
  afterAll(() => stage.close());

  const asked = (body: HealthCardRequestedV1): Promise<void> =>
    stage.handle(HealthCardRequestedHandler, { ...REGISTRAR, id: MESSAGE, body });
  const died = (body: ReturnType<typeof deathOf>): Promise<void> =>
    stage.handle(BenefitsStopRequestedHandler, { ...REGISTRAR, id: MESSAGE, body });
  const allowanceAsked = (body: ReturnType<typeof questionOf>): Promise<void> =>
    stage.handle(FuneralAllowanceAskedHandler, { ...PROTECTION, id: MESSAGE, body });
  const post = async (path: string, body?: object, key?: string): Promise<ApiAnswer> =>
    (await stage.as('insurance-officer')).post(path, body, key ? { 'idempotency-key': `insurance-${key}` } : {});
  const look = async (path: string): Promise<Record<string, unknown>> =>
    (await (await stage.as('insurance-officer')).get(path)).body;
  const rows = (text: string, values: readonly unknown[]): Promise<unknown[]> =>
    withClient(
      stage.service.database.appUrl,
      async (client) => (await client.query(text, [...values])).rows as unknown[],
    );
  const policy = async (step: string, value: string): Promise<unknown> =>
    (await stage.as('agency-leader')).put(`/policies/${step}`, { policy: value });
  const insured = async (row: number, changes: object = {}): Promise<string> => {
    const personalIdentificationNumber = numberOfDeceased(row);
    const person = {
      personalIdentificationNumber,
      name: 'Nguyễn Văn Cụ',
      receivesPension: true,
      funeralAllowance: true,
    };
    const card = { cardNumber: `75000000${row}`, sex: 'male', birthDate: '1940-05-19', issuedOn: '2021-01-01' };
    const body = { ...person, card: { ...card, validFrom: '2021-01-01', validTo: '2030-12-31' }, ...changes };
    expect((await post('/insured-persons', body, `insured-${row}`)).status).toBe(201);
    return personalIdentificationNumber;
  };

  describe('in a birth chain', () => {
    it('issues the card by itself, valid to 30 September, and tells the office that asked (O §4.2 5b)', async () => {
      const request = requestOf(1);
      await asked(request);
      expect(await stage.sent('health-card-issued', request.dossierCode)).toMatchObject([
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
      await asked(requestOf(12));
      const [{ last }] = (await rows(
        `select last from number_series where key like 'social-insurance-number%'`,
        [],
      )) as [{ last: number }];
      const numberAfter = (steps: number): string => `7526${String(Number(last) + steps).padStart(6, '0')}`;
      const card = { sex: 'male', birthDate: '1940-05-19', issuedOn: '2021-01-01', validFrom: '2021-01-01' };
      for (const steps of [1, 2])
        await insured(80 + steps, { card: { ...card, cardNumber: numberAfter(steps), validTo: '2030-12-31' } });
      await asked(requestOf(13));
      expect(await stage.sent('health-card-issued', codesOf(13, '').dossierCode)).toMatchObject([
        { body: { cardNumber: numberAfter(3), existedBefore: false } },
      ]);
    });

    it('answers with the card that is there, and makes no second one (O §4.5 already has a card)', async () => {
      await asked(requestOf(2));
      await asked({ ...requestOf(3), birth: birthOf(2) });
      await asked(requestOf(2));
      const [first] = await stage.sent('health-card-issued', codesOf(2, '').dossierCode);
      expect(await stage.sent('health-card-issued', codesOf(2, '').dossierCode)).toHaveLength(1);
      expect(await stage.sent('health-card-issued', codesOf(3, '').dossierCode)).toMatchObject([
        { body: { cardNumber: first?.body['cardNumber'], existedBefore: true } },
      ]);
    });

    it('makes one card when two chains ask for the same child at the same moment', async () => {
      await Promise.all([asked(requestOf(4)), asked({ ...requestOf(5), birth: birthOf(4) })]);
      const sent = [
        ...(await stage.sent('health-card-issued', codesOf(4, '').dossierCode)),
        ...(await stage.sent('health-card-issued', codesOf(5, '').dossierCode)),
      ];
      expect(sent.map(({ body }) => body['existedBefore']).sort()).toEqual([false, true]);
      expect(new Set(sent.map(({ body }) => body['cardNumber'])).size).toBe(1);
    });

    it('leaves a child of six to the officer, who cannot issue but refuse (O §4.5 child 6 or older)', async () => {
      const request = requestOf(6, { birth: birthOf(6, '2020-08-03') });
      await asked(request);
      const { dossierCode } = request;
      expect(await look('/work-list?step=issue')).toMatchObject({ items: [{ key: dossierCode }] });
      expect(await post(`/card-requests/${dossierCode}/issue`)).toMatchObject({
        status: 422,
        body: { code: 'health-insurance.CHILD_TOO_OLD' },
      });
      expect((await post(`/card-requests/${dossierCode}/refuse`, { reason: 'Đủ 6 tuổi.' })).status).toBe(200);
      expect(await stage.sent('health-card-refused', dossierCode)).toMatchObject([{ body: { accepted: false } }]);
    });

    it('asks for papers, waits, goes on when they come, and refuses what is too late (O §4.5 needs supplement)', async () => {
      await policy('issue', 'manual');
      const supplement = { items: ['Nơi khám chữa bệnh ban đầu'], reason: 'Tờ khai thiếu.' };
      for (const row of [7, 8]) {
        await asked(requestOf(row));
        await post(`/card-requests/${codesOf(row, '').dossierCode}/accept`);
        await post(`/card-requests/${codesOf(row, '').dossierCode}/want-supplement`, supplement);
      }
      const { dossierCode } = codesOf(7, '');
      expect(await stage.sent('health-card-supplement-wanted', dossierCode)).toMatchObject([
        { body: { until: '2026-08-12', items: supplement.items } },
      ]);
      const body = { ...papers, ...codesOf(7, 'health-card') };
      await stage.handle(PapersForwardedHandler, { ...REGISTRAR, body });
      expect((await post(`/card-requests/${dossierCode}/issue`)).body).toMatchObject({ state: 'issued' });
      const limit = (day: string): Promise<unknown[]> =>
        rows('update card_request set supplement_until = $2 where dossier_code = $1', [
          codesOf(8, '').dossierCode,
          day,
        ]);
      const deadlines = stage.service.running.app.get(SupplementDeadlines, { strict: false });
      await limit('2026-08-03');
      expect(await deadlines.enforce()).toBe(0);
      await limit('2026-08-02');
      expect(await deadlines.enforce()).toBe(1);
      expect(await stage.sent('health-card-refused', codesOf(8, '').dossierCode)).toMatchObject([
        { body: { accepted: true, reason: 'Quá thời hạn bổ sung giấy tờ.' } },
      ]);
      await policy('issue', 'automatic-when-clean');
    });

    it('updates the card after a correction and makes no second one, a new number included (O §4.5 corrected)', async () => {
      await asked(requestOf(9));
      const number = birthOf(9).personalIdentificationNumber;
      const birth = { ...birthOf(9), child: correction.birth.child };
      const body = {
        ...correction,
        dossierCode: codesOf(9, '').dossierCode,
        personalIdentificationNumber: number,
        birth,
      };
      await stage.handle(BirthCorrectedHandler, { body });
      expect(await look(`/insured-persons/${number}`)).toMatchObject({
        card: { name: 'Nguyễn Lê Ân', state: 'active' },
      });
      const renumbering = {
        ...body,
        changes: [{ field: 'personal-identification-number', before: number, after: '075226009909' }] as const,
        birth: { ...birth, personalIdentificationNumber: '075226009909' },
      };
      await stage.handle(BirthCorrectedHandler, { body: renumbering });
      const [old, now] = [await look(`/insured-persons/${number}`), await look('/insured-persons/075226009909')];
      expect(old).toMatchObject({ card: { state: 'renumbered' } });
      expect(now).toMatchObject({
        card: { state: 'active', cardNumber: (old['card'] as { cardNumber: string }).cardNumber },
      });
    });

    it('stops an open request when the registrar says so (O §4.5 child dies)', async () => {
      await policy('issue', 'manual');
      await asked(requestOf(10));
      await policy('issue', 'automatic-when-clean');
      const body = { ...codesOf(10, 'health-card'), stoppedAt: '2026-08-03T10:00:00+07:00', reason: 'Trẻ đã chết.' };
      await stage.handle(BranchStoppedHandler, { ...REGISTRAR, body });
      expect((await post(`/card-requests/${body.dossierCode}/issue`)).status).toBe(409);
    });

    it('is for officers of the office only', async () => {
      await policy('issue', 'manual');
      await asked(requestOf(11));
      await policy('issue', 'automatic-when-clean');
      const stranger = await stage.as('insurance-officer', 'long-thanh');
      const answer = await stranger.post(`/card-requests/${codesOf(11, '').dossierCode}/issue`);
      expect(answer).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
    });
  });

  describe('in a death chain', () => {
    it('stops card and pension, and both go on when the death is revoked (O §4.6 DeathRevoked)', async () => {
      const number = await insured(21);
      const death = deathOf(21);
      await died(death);
      await died(death);
      expect(await stage.sent('benefits-stopped', death.dossierCode)).toMatchObject([
        { body: { cardNumber: '7500000021', pensionStopped: true, stoppedOn: '2026-08-03' } },
      ]);
      expect(await look(`/insured-persons/${number}`)).toMatchObject({
        person: { pension: 'stopped' },
        card: { state: 'stopped' },
      });
      const body = { ...revocation, dossierCode: death.dossierCode, death: death.death };
      await stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
      await stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
      expect(await look(`/insured-persons/${number}`)).toMatchObject({
        person: { pension: 'paid' },
        card: { state: 'active' },
      });
    });

    it('says what was not there instead of refusing (O §4.6 no personal number)', async () => {
      await died(withoutNumber(22));
      await died(deathOf(23));
      for (const row of [22, 23]) {
        const [told] = await stage.sent('benefits-stopped', codesOf(row, '').dossierCode);
        expect(told?.body).toMatchObject({ pensionStopped: false });
        expect(told?.body).not.toHaveProperty('cardNumber');
      }
    });

    it('waits for the officer when the policy says manual', async () => {
      await policy('stop-benefits', 'manual');
      await died(deathOf(24));
      await policy('stop-benefits', 'automatic-when-clean');
      const { dossierCode } = codesOf(24, '');
      expect(await look('/work-list?step=stop-benefits')).toMatchObject({ items: [{ key: dossierCode }] });
      expect((await post(`/benefits-stops/${dossierCode}/stop`)).body).toMatchObject({ state: 'benefits-stopped' });
    });
  });

  describe('asked about the funeral allowance', () => {
    it('tells social protection what is due, or that nothing is (O §4.6 ask BHXH first)', async () => {
      await insured(31);
      await allowanceAsked(questionOf(31));
      await allowanceAsked(questionOf(32));
      expect(await stage.sent('funeral-allowance-told', codesOf(31, '').dossierCode)).toMatchObject([
        {
          recipients: 'social-protection/tran-bien',
          causationId: MESSAGE,
          body: { entitled: true, amountDong: '23400000' },
        },
      ]);
      expect(await stage.sent('funeral-allowance-told', codesOf(32, '').dossierCode)).toMatchObject([
        { body: { entitled: false } },
      ]);
    });

    it('tells everybody who asked when it pays later, pays once, and says so from then on (O §4.6 BHXH pays later)', async () => {
      await allowanceAsked(questionOf(33));
      await allowanceAsked(questionOf(34, 33));
      const paid = { personalIdentificationNumber: numberOfDeceased(33), diedOn: '2026-08-01' };
      expect(await post('/funeral-allowances', paid, 'first')).toMatchObject({
        status: 201,
        body: { amountDong: '23400000' },
      });
      expect(await post('/funeral-allowances', paid, 'second')).toMatchObject({
        status: 409,
        body: { code: 'health-insurance.ALLOWANCE_ALREADY_PAID' },
      });
      for (const row of [33, 34])
        expect(await stage.sent('funeral-allowance-paid', codesOf(row, '').dossierCode)).toMatchObject([
          { body: { amountDong: '23400000', paidOn: '2026-08-03' } },
        ]);
      await allowanceAsked(questionOf(35, 33));
      expect(await stage.sent('funeral-allowance-told', codesOf(35, '').dossierCode)).toMatchObject([
        { body: { entitled: true, paidOn: '2026-08-03' } },
      ]);
    });

    it('answers the commune that took over from the district’s office that had asked (O §4.5 unit merged)', async () => {
      const office = { ...PROTECTION, senderOffice: 'district-bien-hoa' };
      await stage.handle(FuneralAllowanceAskedHandler, { ...office, id: MESSAGE, body: questionOf(36) });
      const paid = { personalIdentificationNumber: numberOfDeceased(36), diedOn: '2026-08-01' };
      await post('/funeral-allowances', paid, 'merged');
      for (const name of ['funeral-allowance-told', 'funeral-allowance-paid'])
        expect(await stage.sent(name, codesOf(36, '').dossierCode)).toMatchObject([
          { recipients: 'social-protection/tran-bien' },
        ]);
    });

    it('loses no asker when question and payment come at the same moment', async () => {
      for (const row of [41, 42, 43, 44]) {
        const paid = { personalIdentificationNumber: numberOfDeceased(row), diedOn: '2026-08-01' };
        await Promise.all([allowanceAsked(questionOf(row)), post('/funeral-allowances', paid, `race-${row}`)]);
        const { dossierCode } = codesOf(row, '');
        const [told] = await stage.sent('funeral-allowance-told', dossierCode);
        const later = await stage.sent('funeral-allowance-paid', dossierCode);
        expect([told?.body['paidOn'] !== undefined, later.length === 1].filter(Boolean)).toHaveLength(1);
      }
    });

    it('claims a paid allowance back when the death is revoked (O §4.6 DeathRevoked)', async () => {
      const number = numberOfDeceased(51);
      await allowanceAsked(questionOf(51));
      await post('/funeral-allowances', { personalIdentificationNumber: number, diedOn: '2026-08-01' }, 'revoked');
      const body = { ...revocation, dossierCode: codesOf(51, '').dossierCode, death: deathOf(51).death };
      await stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
      expect(await look('/work-list?step=recover-allowance')).toMatchObject({ items: [{ key: number }] });
      expect((await post(`/funeral-allowances/${number}/recovered`)).body).toMatchObject({ state: 'recovered' });
      expect((await post(`/funeral-allowances/${number}/recovered`)).status).toBe(409);
      expect(await look('/work-list?step=recover-allowance')).toEqual({ items: [] });
      const again = { personalIdentificationNumber: number, diedOn: '2026-08-02' };
      expect((await post('/funeral-allowances', again, 'after-recovery')).status).toBe(201);
    });

    it('leaves a paid allowance where only one of two registrations is revoked (O §4.6 DeathRevoked)', async () => {
      const number = numberOfDeceased(52);
      await allowanceAsked(questionOf(52));
      await died(deathOf(53, number));
      await post('/funeral-allowances', { personalIdentificationNumber: number, diedOn: '2026-08-01' }, 'duplicate');
      const revoke = (row: number): Promise<void> => {
        const body = { ...revocation, dossierCode: codesOf(row, '').dossierCode, death: deathOf(row, number).death };
        return stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
      };
      await revoke(53);
      expect(await look('/work-list?step=recover-allowance')).toEqual({ items: [] });
      await revoke(52);
      expect(await look('/work-list?step=recover-allowance')).toMatchObject({ items: [{ key: number }] });
    });

    it('leaves the answer to the officer when the policy says manual', async () => {
      await policy('tell-allowance', 'manual');
      await allowanceAsked(questionOf(61));
      await policy('tell-allowance', 'automatic-when-clean');
      const { dossierCode } = codesOf(61, '');
      expect(await stage.sent('funeral-allowance-told', dossierCode)).toEqual([]);
      expect((await post(`/funeral-allowances/questions/${dossierCode}/tell`)).body).toMatchObject({ state: 'told' });
      expect((await post(`/funeral-allowances/questions/${dossierCode}/tell`)).status).toBe(409);
    });
  });

  it('shows and changes no person of another office', async () => {
    await insured(73, { card: undefined });
    const person = { personalIdentificationNumber: numberOfDeceased(73), name: 'Nguyễn Văn Cụ' };
    const body = { ...person, receivesPension: true, funeralAllowance: true };
    const stranger = await stage.as('insurance-officer', 'long-thanh');
    const answer = await stranger.post('/insured-persons', body, { 'idempotency-key': 'insurance-stranger' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
  });

  it('gives no two persons the same card number, and overwrites no record', async () => {
    await insured(71);
    const card = { cardNumber: '7500000071', sex: 'male', birthDate: '1940', issuedOn: '2021-01-01' };
    const other = {
      personalIdentificationNumber: numberOfDeceased(72),
      name: 'x',
      receivesPension: false,
      funeralAllowance: false,
    };
    const body = { ...other, card: { ...card, validFrom: '2021-01-01', validTo: '2030-12-31' } };
    expect((await post('/insured-persons', body, 'same-card')).status).toBe(409);
    const renamed = { ...other, personalIdentificationNumber: numberOfDeceased(71), name: 'Người Khác' };
    expect(await post('/insured-persons', renamed, 'renamed')).toMatchObject({
      status: 409,
      body: { code: 'health-insurance.RECORD_DIFFERS' },
    });
  });
});
