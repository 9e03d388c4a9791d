import { SupplementDeadlines } from '@lienthong/service-host';
import { BirthCorrectedHandler } from '../src/chain/birth-corrected.handler';
import { BranchStoppedHandler } from '../src/chain/branch-stopped.handler';
import { PapersForwardedHandler } from '../src/registrations/papers-forwarded.handler';
import { birthOf, codesOf, correction, papers, requestOf } from './residence.mother';
import { MESSAGE, REGISTRAR, ResidenceStage } from './residence-stage.mother';

const ct05 = { items: ['Ý kiến của chủ hộ'], reason: 'Trẻ về nơi ở khác của cha mẹ.' };

describe('residence in a birth chain', () => {
  let police: ResidenceStage;
  beforeAll(async () => {
    police = await ResidenceStage.open();
  });
  afterAll(() => police.close());

  it('registers the child, keeps CT01 and tells the office that asked (O §4.2 5a)', async () => {
    const request = requestOf(1);
    await police.asked(request);
    expect(await police.look('/work-list?step=register')).toMatchObject({ items: [{ key: request.dossierCode }] });
    expect(await police.look(`/registrations/${request.dossierCode}`)).toMatchObject({
      state: 'received',
      ct01: { '1 fullName': 'Nguyễn Lê An' },
    });
    const answer = await police.post(`/registrations/${request.dossierCode}/register`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'registered' } });
    expect(answer.body['receiptNumber']).toMatch(/^\d{5}\/2026\/CT04-TRAN-BIEN$/);
    expect(await police.stage.sent('residence-registered', request.dossierCode)).toMatchObject([
      {
        recipients: 'civil-status/long-thanh',
        causationId: MESSAGE,
        body: { subDossierCode: request.subDossierCode, registeredOn: '2026-08-03', communeCode: '26041' },
      },
    ]);
    expect(await police.look(`/residents/${request.birth.personalIdentificationNumber}`)).toMatchObject({
      state: 'active',
    });
    expect(await police.post(`/registrations/${request.dossierCode}/register`)).toMatchObject({
      status: 409,
      body: { code: 'residence.STEP_NOT_ALLOWED' },
    });
  });

  it('refuses with CT06, before acceptance or after it, and a new request names the old chain (O §4.5 refused)', async () => {
    await police.asked(requestOf(2));
    const { dossierCode } = codesOf(2);
    const refusal = { reason: 'Chủ hộ không đồng ý.' };
    expect((await police.post(`/registrations/${dossierCode}/refuse`, refusal)).status).toBe(200);
    expect(await police.stage.sent('residence-refused', dossierCode)).toMatchObject([
      { body: { reason: refusal.reason, accepted: false, documentNumber: expect.stringContaining('CT06') } },
    ]);
    await police.asked({ ...requestOf(3), birth: birthOf(2), previousDossierCode: dossierCode });
    expect((await police.post(`/registrations/${codesOf(3).dossierCode}/accept`)).body).toMatchObject({
      state: 'received',
    });
    await police.post(`/registrations/${codesOf(3).dossierCode}/refuse`, refusal);
    expect(await police.stage.sent('residence-refused', codesOf(3).dossierCode)).toMatchObject([
      { body: { accepted: true } },
    ]);
    expect(await police.look(`/registrations/${codesOf(3).dossierCode}`)).toMatchObject({
      previousDossierCode: dossierCode,
    });
  });

  it('asks for papers with CT05, waits, and goes on when they come (O §4.5 residence needs supplement)', async () => {
    await police.asked(requestOf(4));
    const { dossierCode, subDossierCode } = codesOf(4);
    await police.post(`/registrations/${dossierCode}/want-supplement`, ct05);
    expect(await police.stage.sent('residence-supplement-wanted', dossierCode)).toMatchObject([
      { body: { until: '2026-08-12', items: ct05.items, documentNumber: expect.stringContaining('CT05') } },
    ]);
    expect(await police.look('/work-list?step=await-papers')).toMatchObject({ items: [{ key: dossierCode }] });
    expect((await police.post(`/registrations/${dossierCode}/register`)).status).toBe(409);
    const body = { ...papers, dossierCode, subDossierCode };
    await police.stage.handle(PapersForwardedHandler, {
      ...REGISTRAR,
      id: '019fc562-94c0-7000-8000-0000000000aa',
      body,
    });
    expect((await police.post(`/registrations/${dossierCode}/register`)).body).toMatchObject({ state: 'registered' });
    expect(await police.stage.sent('residence-registered', dossierCode)).toMatchObject([
      { causationId: '019fc562-94c0-7000-8000-0000000000aa' },
    ]);
  });

  it('refuses by itself what was not brought within the limit, and only that (O §4.5 7 working days, then refused)', async () => {
    for (const row of [5, 6]) {
      await police.asked(requestOf(row));
      await police.post(`/registrations/${codesOf(row).dossierCode}/want-supplement`, ct05);
    }
    const deadlines = police.stage.service.running.app.get(SupplementDeadlines, { strict: false });
    expect(await deadlines.enforce()).toBe(0);
    await police.sql(`update registration set supplement_until = '2026-08-02' where dossier_code = $1`, [
      codesOf(5).dossierCode,
    ]);
    await police.sql(`update registration set supplement_until = '2026-08-03' where dossier_code = $1`, [
      codesOf(6).dossierCode,
    ]);
    expect(await deadlines.enforce()).toBe(1);
    expect(await police.stage.sent('residence-refused', codesOf(5).dossierCode)).toMatchObject([
      { body: { reason: 'Quá thời hạn bổ sung giấy tờ.' } },
    ]);
    expect(await police.look(`/registrations/${codesOf(6).dossierCode}`)).toMatchObject({ state: 'supplement-wanted' });
  });

  it('follows a correction of the birth: the line is changed, not doubled (O §4.5 birth record corrected)', async () => {
    await police.asked(requestOf(7));
    const { dossierCode } = codesOf(7);
    await police.post(`/registrations/${dossierCode}/register`);
    const birth = { ...birthOf(7), child: correction.birth.child };
    const number = birth.personalIdentificationNumber;
    const body = { ...correction, dossierCode, personalIdentificationNumber: number, birth };
    await police.stage.handle(BirthCorrectedHandler, { body });
    expect(await police.look(`/residents/${number}`)).toMatchObject({ name: 'Nguyễn Lê Ân', state: 'active' });
    const renumbering = {
      ...body,
      changes: [{ field: 'personal-identification-number', before: number, after: '075226009907' }] as const,
      birth: { ...birth, personalIdentificationNumber: '075226009907' },
    };
    await police.stage.handle(BirthCorrectedHandler, { body: renumbering });
    expect(await police.look(`/residents/${number}`)).toMatchObject({ state: 'renumbered' });
    expect(await police.look('/residents/075226009907')).toMatchObject({ state: 'active', dossierCode });
  });

  it('stops an open request when the registrar says so; nobody can register it then (O §4.5 child dies)', async () => {
    await police.asked(requestOf(8));
    const body = { ...codesOf(8), stoppedAt: '2026-08-03T10:00:00+07:00', reason: 'Trẻ đã chết.' };
    await police.stage.handle(BranchStoppedHandler, { ...REGISTRAR, body });
    expect((await police.post(`/registrations/${codesOf(8).dossierCode}/register`)).status).toBe(409);
  });

  it('does the work of a merged police office at its successor (O §4.5 unit merged)', async () => {
    await police.asked(requestOf(9), 'quang-vinh');
    expect((await police.post(`/registrations/${codesOf(9).dossierCode}/register`)).body).toMatchObject({
      state: 'registered',
    });
  });

  it('takes over what a merged office had not finished: list, numbers and answers (O §4.5 unit merged)', async () => {
    await police.asked(requestOf(13));
    const { dossierCode } = codesOf(13);
    await police.sql(`update registration set office = 'quang-vinh' where dossier_code = $1`, [dossierCode]);
    const waiting = (await police.look('/work-list?step=register'))['items'] as readonly { key: string }[];
    expect(waiting.map(({ key }) => key)).toContain(dossierCode);
    const done = (await police.post(`/registrations/${dossierCode}/register`)).body;
    expect(done).toMatchObject({ state: 'registered', noticeNumber: expect.stringContaining('TRAN-BIEN') });
    expect(
      await police.sql('select sender_office as office from outbox where subject = $1', [dossierCode]),
    ).toMatchObject({
      rows: [{ office: 'tran-bien' }],
    });
  });

  it('is for officers of the office only', async () => {
    await police.asked(requestOf(10));
    const path = `/registrations/${codesOf(10).dossierCode}/register`;
    const stranger = await police.stage.as('residence-officer', 'long-thanh');
    expect(await stranger.post(path)).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
    expect((await (await police.stage.as('agency-leader')).post(path)).status).toBe(403);
  });

  it('registers clean requests by itself under the automatic policy, and leaves the others to the officer', async () => {
    const leader = await police.stage.as('agency-leader');
    await leader.put('/policies/register', { policy: 'automatic-when-clean' });
    await police.asked(requestOf(11));
    const elsewhere = { ...requestOf(12).request, place: 'elsewhere' as const, opinions: [] };
    await police.asked(requestOf(12, { request: elsewhere }));
    await leader.put('/policies/register', { policy: 'manual' });
    expect(await police.look(`/registrations/${codesOf(11).dossierCode}`)).toMatchObject({ state: 'registered' });
    expect(await police.look(`/registrations/${codesOf(12).dossierCode}`)).toMatchObject({
      state: 'received',
      missingItems: ['Ý kiến của cha, mẹ', 'Ý kiến của chủ hộ'],
    });
  });
});
