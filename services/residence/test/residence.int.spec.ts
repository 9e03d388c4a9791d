import type { ResidenceRequestedV1 } from '@lienthong/contracts';
import { type ApiAnswer, eventually, TestStage, withClient } from '@lienthong/testing';
import { BirthCorrectedHandler } from '../src/chain/birth-corrected.handler';
import { BranchStoppedHandler } from '../src/chain/branch-stopped.handler';
import { DeathRevokedHandler } from '../src/chain/death-revoked.handler';
import { NationalResidenceGateway } from '../src/deregistrations/national-residence.gateway';
import { ProvinceAnswers } from '../src/deregistrations/province-answers';
import { ResidenceDeregistrationRequestedHandler } from '../src/deregistrations/residence-deregistration-requested.handler';
import { OpinionAskedHandler } from '../src/opinions/opinion-asked.handler';
import { PapersForwardedHandler } from '../src/registrations/papers-forwarded.handler';
import { ResidenceRequestedHandler } from '../src/registrations/residence-requested.handler';
import { SupplementDeadlines } from '../src/registrations/supplement-deadlines';
import { residenceService } from '../src/residence.service-definition';
import { birthOf, codesOf, correction, deathOf, papers, question, requestOf, revocation } from './residence.mother';

const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const REGISTRAR = { sender: 'civil-status', senderOffice: 'long-thanh' } as const;
const ct05 = { items: ['Ý kiến của chủ hộ'], reason: 'Trẻ về nơi ở khác của cha mẹ.' };

describe('residence', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await TestStage.open(residenceService, {
      at: '2026-08-03T10:00:00+07:00',
      office: 'tran-bien',
      variables: { NATIONAL_ASK_AGAIN_MS: '100', NATIONAL_ANSWER_AFTER_MS: '600' },
    });
  });
  afterAll(() => stage.close());

  const asked = (body: ResidenceRequestedV1, office = 'tran-bien'): Promise<void> =>
    stage.handle(ResidenceRequestedHandler, { ...REGISTRAR, id: MESSAGE, office, body });
  const died = (body: ReturnType<typeof deathOf>): Promise<void> =>
    stage.handle(ResidenceDeregistrationRequestedHandler, { ...REGISTRAR, id: MESSAGE, body });
  const post = async (path: string, body?: object): Promise<ApiAnswer> =>
    (await stage.as('residence-officer')).post(path, body);
  const look = async (path: string): Promise<Record<string, unknown>> =>
    (await (await stage.as('residence-officer')).get(path)).body;
  const sql = (text: string, values: readonly unknown[]): Promise<unknown> =>
    withClient(stage.service.database.appUrl, (client) => client.query(text, [...values]));
  const live = async (row: number): Promise<string> => {
    const { name, sex, birthDate, personalIdentificationNumber: number } = deathOf(row).death.deceased;
    const line = { name, sex, birthDate, personalIdentificationNumber: number, communeCode: '26041' };
    const home = { address: 'Số 2', householdHeadName: name, registeredOn: '2001-01-01' };
    const answer = await (
      await stage.as('residence-officer')
    ).post('/residents', { ...line, ...home }, { 'idempotency-key': `resident-${row}` });
    expect(answer.status).toBe(201);
    return String(number);
  };

  describe('in a birth chain', () => {
    it('registers the child, keeps CT01 and tells the office that asked (O §4.2 5a)', async () => {
      const request = requestOf(1);
      await asked(request);
      expect(await look('/work-list?step=register')).toMatchObject({ items: [{ key: request.dossierCode }] });
      expect(await look(`/registrations/${request.dossierCode}`)).toMatchObject({
        state: 'received',
        ct01: { '1 fullName': 'Nguyễn Lê An' },
      });
      const answer = await post(`/registrations/${request.dossierCode}/register`);
      expect(answer).toMatchObject({ status: 200, body: { state: 'registered' } });
      expect(answer.body['receiptNumber']).toMatch(/^\d{5}\/2026\/CT04-TRAN-BIEN$/);
      expect(await stage.sent('residence-registered', request.dossierCode)).toMatchObject([
        {
          recipients: 'civil-status/long-thanh',
          causationId: MESSAGE,
          body: { subDossierCode: request.subDossierCode, registeredOn: '2026-08-03', communeCode: '26041' },
        },
      ]);
      expect(await look(`/residents/${request.birth.personalIdentificationNumber}`)).toMatchObject({ state: 'active' });
      expect(await post(`/registrations/${request.dossierCode}/register`)).toMatchObject({
        status: 409,
        body: { code: 'residence.STEP_NOT_ALLOWED' },
      });
    });

    it('refuses with CT06, before acceptance or after it, and a new request names the old chain (O §4.5 refused)', async () => {
      await asked(requestOf(2));
      const { dossierCode } = codesOf(2);
      const refusal = { reason: 'Chủ hộ không đồng ý.' };
      expect((await post(`/registrations/${dossierCode}/refuse`, refusal)).status).toBe(200);
      expect(await stage.sent('residence-refused', dossierCode)).toMatchObject([
        { body: { reason: refusal.reason, accepted: false, documentNumber: expect.stringContaining('CT06') } },
      ]);
      await asked({ ...requestOf(3), birth: birthOf(2), previousDossierCode: dossierCode });
      expect((await post(`/registrations/${codesOf(3).dossierCode}/accept`)).body).toMatchObject({ state: 'received' });
      await post(`/registrations/${codesOf(3).dossierCode}/refuse`, refusal);
      expect(await stage.sent('residence-refused', codesOf(3).dossierCode)).toMatchObject([
        { body: { accepted: true } },
      ]);
      expect(await look(`/registrations/${codesOf(3).dossierCode}`)).toMatchObject({
        previousDossierCode: dossierCode,
      });
    });

    it('asks for papers with CT05, waits, and goes on when they come (O §4.5 residence needs supplement)', async () => {
      await asked(requestOf(4));
      const { dossierCode, subDossierCode } = codesOf(4);
      await post(`/registrations/${dossierCode}/want-supplement`, ct05);
      expect(await stage.sent('residence-supplement-wanted', dossierCode)).toMatchObject([
        { body: { until: '2026-08-12', items: ct05.items, documentNumber: expect.stringContaining('CT05') } },
      ]);
      expect(await look('/work-list?step=await-papers')).toMatchObject({ items: [{ key: dossierCode }] });
      expect((await post(`/registrations/${dossierCode}/register`)).status).toBe(409);
      const body = { ...papers, dossierCode, subDossierCode };
      await stage.handle(PapersForwardedHandler, { ...REGISTRAR, id: '019fc562-94c0-7000-8000-0000000000aa', body });
      expect((await post(`/registrations/${dossierCode}/register`)).body).toMatchObject({ state: 'registered' });
      expect(await stage.sent('residence-registered', dossierCode)).toMatchObject([
        { causationId: '019fc562-94c0-7000-8000-0000000000aa' },
      ]);
    });

    it('refuses by itself what was not brought within the limit, and only that (O §4.5 7 working days, then refused)', async () => {
      for (const row of [5, 6]) {
        await asked(requestOf(row));
        await post(`/registrations/${codesOf(row).dossierCode}/want-supplement`, ct05);
      }
      const deadlines = stage.service.running.app.get(SupplementDeadlines, { strict: false });
      expect(await deadlines.enforce()).toBe(0);
      await sql(`update registration set supplement_until = '2026-08-02' where dossier_code = $1`, [
        codesOf(5).dossierCode,
      ]);
      await sql(`update registration set supplement_until = '2026-08-03' where dossier_code = $1`, [
        codesOf(6).dossierCode,
      ]);
      expect(await deadlines.enforce()).toBe(1);
      expect(await stage.sent('residence-refused', codesOf(5).dossierCode)).toMatchObject([
        { body: { reason: 'Quá thời hạn bổ sung giấy tờ.' } },
      ]);
      expect(await look(`/registrations/${codesOf(6).dossierCode}`)).toMatchObject({ state: 'supplement-wanted' });
    });

    it('follows a correction of the birth: the line is changed, not doubled (O §4.5 birth record corrected)', async () => {
      await asked(requestOf(7));
      const { dossierCode } = codesOf(7);
      await post(`/registrations/${dossierCode}/register`);
      const birth = { ...birthOf(7), child: correction.birth.child };
      const number = birth.personalIdentificationNumber;
      const body = { ...correction, dossierCode, personalIdentificationNumber: number, birth };
      await stage.handle(BirthCorrectedHandler, { body });
      expect(await look(`/residents/${number}`)).toMatchObject({ name: 'Nguyễn Lê Ân', state: 'active' });
      const renumbering = {
        ...body,
        changes: [{ field: 'personal-identification-number', before: number, after: '075226009907' }] as const,
        birth: { ...birth, personalIdentificationNumber: '075226009907' },
      };
      await stage.handle(BirthCorrectedHandler, { body: renumbering });
      expect(await look(`/residents/${number}`)).toMatchObject({ state: 'renumbered' });
      expect(await look('/residents/075226009907')).toMatchObject({ state: 'active', dossierCode });
    });

    it('stops an open request when the registrar says so; nobody can register it then (O §4.5 child dies)', async () => {
      await asked(requestOf(8));
      const body = { ...codesOf(8), stoppedAt: '2026-08-03T10:00:00+07:00', reason: 'Trẻ đã chết.' };
      await stage.handle(BranchStoppedHandler, { ...REGISTRAR, body });
      expect((await post(`/registrations/${codesOf(8).dossierCode}/register`)).status).toBe(409);
    });

    it('does the work of a merged police office at its successor (O §4.5 unit merged)', async () => {
      await asked(requestOf(9), 'quang-vinh');
      expect((await post(`/registrations/${codesOf(9).dossierCode}/register`)).body).toMatchObject({
        state: 'registered',
      });
    });

    it('takes over what a merged office had not finished: list, numbers and answers (O §4.5 unit merged)', async () => {
      await asked(requestOf(13));
      const { dossierCode } = codesOf(13);
      await sql(`update registration set office = 'quang-vinh' where dossier_code = $1`, [dossierCode]);
      const waiting = (await look('/work-list?step=register'))['items'] as readonly { key: string }[];
      expect(waiting.map(({ key }) => key)).toContain(dossierCode);
      const done = (await post(`/registrations/${dossierCode}/register`)).body;
      expect(done).toMatchObject({ state: 'registered', noticeNumber: expect.stringContaining('TRAN-BIEN') });
      expect(await sql('select sender_office as office from outbox where subject = $1', [dossierCode])).toMatchObject({
        rows: [{ office: 'tran-bien' }],
      });
    });

    it('is for officers of the office only', async () => {
      await asked(requestOf(10));
      const path = `/registrations/${codesOf(10).dossierCode}/register`;
      const stranger = await stage.as('residence-officer', 'long-thanh');
      expect(await stranger.post(path)).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
      expect((await (await stage.as('agency-leader')).post(path)).status).toBe(403);
    });

    it('registers clean requests by itself under the automatic policy, and leaves the others to the officer', async () => {
      const leader = await stage.as('agency-leader');
      await leader.put('/policies/register', { policy: 'automatic-when-clean' });
      await asked(requestOf(11));
      const elsewhere = { ...requestOf(12).request, place: 'elsewhere' as const, opinions: [] };
      await asked(requestOf(12, { request: elsewhere }));
      await leader.put('/policies/register', { policy: 'manual' });
      expect(await look(`/registrations/${codesOf(11).dossierCode}`)).toMatchObject({ state: 'registered' });
      expect(await look(`/registrations/${codesOf(12).dossierCode}`)).toMatchObject({
        state: 'received',
        missingItems: ['Ý kiến của cha, mẹ', 'Ý kiến của chủ hộ'],
      });
    });
  });

  describe('in a death chain', () => {
    it('ends the residence by itself, and restores it when the death is revoked (O §4.6 DeathRevoked)', async () => {
      const number = await live(21);
      const death = deathOf(21);
      await died(death);
      const told = await stage.sent('residence-deregistered', death.dossierCode);
      expect(told).toMatchObject([
        { recipients: 'civil-status/long-thanh', body: { outcome: 'deregistered', endedOn: '2026-08-03' } },
      ]);
      expect(await look(`/residents/${number}`)).toMatchObject({ state: 'ended', endedBy: death.dossierCode });
      const body = { ...revocation, dossierCode: death.dossierCode, death: death.death };
      await stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
      await stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
      expect(await look(`/residents/${number}`)).toMatchObject({ state: 'active' });
      expect(await look(`/deregistrations/${death.dossierCode}`)).toMatchObject({ state: 'revoked' });
    });

    it('says that there is nothing to delete for a person without number or record (O §4.6 no personal number)', async () => {
      await died(deathOf(22, { personalIdentificationNumber: undefined, residence: undefined }));
      await died(deathOf(23));
      for (const row of [22, 23])
        expect(await stage.sent('residence-deregistered', codesOf(row).dossierCode)).toMatchObject([
          { body: { outcome: 'nothing-to-delete' } },
        ]);
    });

    it('asks the police of another province, tells so, and ends when they answer (O §4.6 another province)', async () => {
      const death = deathOf(24, { residence: { provinceCode: '79' } });
      await died(death);
      expect(await stage.sent('deregistration-forwarded', death.dossierCode)).toMatchObject([
        { body: { provinceCode: '79' } },
      ]);
      expect(await stage.sent('residence-deregistered', death.dossierCode)).toEqual([]);
      await eventually(async () => (await stage.sent('residence-deregistered', death.dossierCode)).length === 1, {
        describe: () => look(`/deregistrations/${death.dossierCode}`).then(JSON.stringify),
      });
      expect(await stage.sent('residence-deregistered', death.dossierCode)).toMatchObject([
        { body: { outcome: 'deregistered' } },
      ]);
    });

    it('takes no answer of another province after the death was revoked (O §4.6 DeathRevoked)', async () => {
      const { app } = stage.service.running;
      const death = deathOf(25, { residence: { provinceCode: '79' } });
      const gateway = app.get(NationalResidenceGateway, { strict: false });
      const revoke = (): Promise<void> =>
        stage.handle(DeathRevokedHandler, {
          ...REGISTRAR,
          body: { ...revocation, ...codesOf(25), death: death.death },
        });
      const meanwhile = jest.spyOn(gateway, 'ask').mockImplementation(async () => {
        await revoke();
        return { outcome: 'deregistered', endedOn: '2026-08-03' };
      });
      await died(death);
      expect(await app.get(ProvinceAnswers, { strict: false }).collect()).toBe(0);
      meanwhile.mockRestore();
      expect(await look(`/deregistrations/${death.dossierCode}`)).toMatchObject({ state: 'revoked' });
      expect(await stage.sent('residence-deregistered', death.dossierCode)).toEqual([]);
    });

    it('tells the other province that the death was revoked, until it confirms (O §4.6 DeathRevoked)', async () => {
      const { app } = stage.service.running;
      const [death, silent] = [26, 28].map((row) => deathOf(row, { residence: { provinceCode: '79' } }));
      const gateway = app.get(NationalResidenceGateway, { strict: false });
      const asking = jest.spyOn(gateway, 'ask').mockImplementation(async ({ dossierCode }) => {
        if (dossierCode === silent?.dossierCode) return undefined;
        throw new Error('the axis is down');
      });
      const told = jest.spyOn(gateway, 'revoke').mockRejectedValueOnce(new Error('the axis is down'));
      for (const body of [death, silent]) if (body) await died(body);
      const body = { ...revocation, ...codesOf(26), death: death?.death ?? revocation.death };
      await stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
      await eventually(async () => 'provinceToldAt' in (await look(`/deregistrations/${body.dossierCode}`)), {
        describe: () => look(`/deregistrations/${body.dossierCode}`).then(JSON.stringify),
      });
      expect(told.mock.calls.length).toBeGreaterThan(1);
      asking.mockImplementation(async ({ dossierCode }) => {
        if (dossierCode === codesOf(29).dossierCode) return { outcome: 'deregistered', endedOn: '2026-08-03' };
        throw new Error('the axis is down');
      });
      await died(deathOf(29, { residence: { provinceCode: '79' } }));
      await eventually(async () => (await stage.sent('residence-deregistered', codesOf(29).dossierCode)).length === 1);
      asking.mockRestore();
      told.mockRestore();
    });

    it('waits for the officer when the policy says manual', async () => {
      const leader = await stage.as('agency-leader');
      await leader.put('/policies/deregister', { policy: 'manual' });
      await died(deathOf(27));
      await leader.put('/policies/deregister', { policy: 'automatic-when-clean' });
      const { dossierCode } = codesOf(27);
      expect(await look('/work-list?step=deregister')).toMatchObject({ items: [{ key: dossierCode }] });
      expect((await post(`/deregistrations/${dossierCode}/deregister`)).body).toMatchObject({
        state: 'nothing-to-delete',
      });
    });
  });

  it('gives the opinion that another agency asked for, once (S2 liên thông theo chiều ngang)', async () => {
    const { dossierCode, subDossierCode } = codesOf(31);
    const body = { ...question, dossierCode, subDossierCode };
    await stage.handle(OpinionAskedHandler, { ...REGISTRAR, id: MESSAGE, body });
    await stage.handle(OpinionAskedHandler, { ...REGISTRAR, id: MESSAGE, body });
    const key = `${dossierCode}~residence`;
    expect(await look('/work-list?step=give-opinion')).toMatchObject({ items: [{ key }] });
    const answer = { opinion: 'agreed', text: 'Gia đình thường trú ổn định.' };
    expect((await post(`/opinions/${key}/give`, answer)).status).toBe(200);
    await stage.handle(OpinionAskedHandler, { ...REGISTRAR, id: MESSAGE, body });
    expect((await post(`/opinions/${key}/give`, answer)).status).toBe(409);
    expect(await stage.sent('opinion-given', dossierCode)).toMatchObject([{ causationId: MESSAGE, body: answer }]);
  });

  it('takes a second question on the same branch as another piece of work (S2 liên thông theo chiều ngang)', async () => {
    const { dossierCode, subDossierCode } = codesOf(32);
    const first = { ...question, dossierCode, subDossierCode };
    for (const body of [first, { ...first, question: 'Chủ hộ có đồng ý không?' }])
      for (const _again of [1, 2]) await stage.handle(OpinionAskedHandler, { ...REGISTRAR, body });
    for (const key of [`${dossierCode}~residence`, `${dossierCode}~residence~2`])
      expect((await post(`/opinions/${key}/give`, { opinion: 'agreed', text: key })).status).toBe(200);
    expect(await stage.sent('opinion-given', dossierCode)).toHaveLength(2);
  });

  it('overwrites no line of the register by a record, and keeps only its own communes', async () => {
    const number = await live(41);
    const officer = await stage.as('residence-officer');
    const { sex, birthDate } = deathOf(41).death.deceased;
    const line = { personalIdentificationNumber: number, name: 'Người Khác', sex, birthDate, communeCode: '26041' };
    const record = { ...line, address: 'Số 2', householdHeadName: 'x', registeredOn: '2001-01-01' };
    const other = await officer.post('/residents', record, { 'idempotency-key': 'resident-other' });
    expect(other).toMatchObject({ status: 409, body: { code: 'residence.RECORD_DIFFERS' } });
    const elsewhere = { ...record, communeCode: '26368' };
    const away = await officer.post('/residents', elsewhere, { 'idempotency-key': 'resident-away' });
    expect(away).toMatchObject({ status: 422, body: { code: 'residence.COMMUNE_ELSEWHERE' } });
  });
});
