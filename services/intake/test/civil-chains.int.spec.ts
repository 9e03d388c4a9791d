import { randomUUID } from 'node:crypto';
import { BirthRegisteredV1, ChainConcludedV1, ChainProgressedV1 } from '@lienthong/contracts';
import { BirthRegisteredHandler } from '../src/civil-status/birth-registered.handler';
import { ChainConcludedHandler } from '../src/civil-status/chain-concluded.handler';
import { ChainProgressedHandler } from '../src/civil-status/chain-progressed.handler';
import { CivilDesk, registrar } from './civil-desk.mother';
import { birthRecord, branches, conclusion, progress } from './civil.mother';
import { deliver } from './intake.mother';

describe('a civil dossier on its way', () => {
  let desk: CivilDesk;
  beforeAll(async () => {
    desk = await CivilDesk.open();
  });
  afterAll(() => desk.close());

  it('follows the chain to its results and hands them over; the registrar is told (O §4.2 step 6)', async () => {
    const { code } = (await desk.declare('birth', desk.nextBirth())).body;
    await deliver(desk.service, BirthRegisteredHandler, {
      of: BirthRegisteredV1,
      body: { ...birthRecord, dossierCode: code },
      ...registrar,
    });
    await desk.tell(code, { subDossiers: branches(9, 9) });
    await deliver(desk.service, ChainConcludedHandler, {
      of: ChainConcludedV1,
      body: { ...conclusion, dossierCode: code },
      ...registrar,
    });
    expect(await desk.clerk.post(`/dossiers/${code}/hand-over`, { receiverName: 'Lê Thị Thử' })).toMatchObject({
      status: 200,
      body: { state: 10 },
    });
    expect((await desk.clerk.get(`/dossiers/${code}`)).body).toMatchObject({
      states: [2, 4, 9, 10],
      outcome: 'completed',
      registered: { registrationNumber: '12/2026', personalIdentificationNumber: '075326000001' },
      subDossiers: branches(9, 9),
      results: conclusion.results,
    });
    expect(
      await desk.query('select recipients from outbox where subject = $1 and type like $2', [
        code,
        '%result-handed-over%',
      ]),
    ).toEqual([{ recipients: 'civil-status/tran-bien' }]);
  });

  it('takes papers for the branch that waits and sends them on (O §4.5 supplement)', async () => {
    const { code } = (await desk.declare('birth', desk.nextBirth())).body;
    const bring = (branch: string) =>
      desk.clerk.post(
        `/dossiers/${code}/papers`,
        { branch, papers: [{ kind: 'opinion', name: 'Ý kiến của chủ hộ' }] },
        { 'idempotency-key': randomUUID() },
      );
    await desk.tell(code, { subDossiers: branches(5, 4, { reason: 'Thiếu ý kiến của chủ hộ' }) });
    expect(await bring('health-card')).toMatchObject({ status: 409, body: { code: 'intake.BRANCH_NOT_WAITING' } });
    expect(await bring('residence')).toMatchObject({ status: 201, body: { subDossierCode: `${code}/residence` } });
    expect(await bring('residence')).toMatchObject({ status: 409, body: { code: 'intake.PAPERS_ALREADY_BROUGHT' } });
    expect(
      await desk.query('select recipients from outbox where subject = $1 and type like $2', [
        code,
        '%papers-supplemented%',
      ]),
    ).toEqual([{ recipients: 'civil-status/tran-bien' }]);
  });

  it('links a follow-up to the dossier whose residence was refused, once that has ended (O §4.5 residence refused)', async () => {
    const request = desk.nextBirth();
    const { code } = (await desk.declare('birth', request)).body;
    const followUp = { ...request, healthCard: undefined, linkedDossierCode: code };
    expect(await desk.declare('birth', followUp)).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'linkedDossierCode' }] },
    });
    await desk.tell(code, { subDossiers: branches(3, 9, { reason: 'CT06' }) });
    const body = { ...conclusion, dossierCode: code, outcome: 'partly-completed' as const, reason: 'CT06' };
    await deliver(desk.service, ChainConcludedHandler, { of: ChainConcludedV1, body, ...registrar });
    expect(await desk.declare('birth', followUp)).toMatchObject({ status: 201, body: { state: 4, repeated: false } });
    expect(await desk.declare('birth', followUp)).toMatchObject({ status: 200, body: { repeated: true } });
  });

  it('takes a third request when the follow-up was refused too, whichever of the two it names (O §4.5 residence refused)', async () => {
    const request = { ...desk.nextBirth(), healthCard: undefined };
    const refuse = async (code: string): Promise<void> => {
      await desk.tell(code, { subDossiers: branches(3, 9, { reason: 'CT06' }) });
      const body = { ...conclusion, dossierCode: code, outcome: 'partly-completed' as const, reason: 'CT06' };
      await deliver(desk.service, ChainConcludedHandler, { of: ChainConcludedV1, body, ...registrar });
    };
    const { code: first } = (await desk.declare('birth', request)).body;
    await refuse(first);
    const { code: second } = (await desk.declare('birth', { ...request, linkedDossierCode: first })).body;
    await refuse(second);
    const third = await desk.declare('birth', { ...request, linkedDossierCode: second });
    expect(third).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await desk.declare('birth', { ...request, linkedDossierCode: first })).toMatchObject({
      status: 200,
      body: { code: third.body.code, repeated: true },
    });
    const [kept] = await desk.query<{ linked: string }>(
      `select content ->> 'linkedDossierCode' as linked from dossier where code = $1`,
      [third.body.code],
    );
    expect(kept?.linked).toBe(first);
  });

  it('may be declared again after it was not accepted', async () => {
    const request = desk.nextBirth();
    const { code } = (await desk.declare('birth', request)).body;
    const body = {
      ...conclusion,
      dossierCode: code,
      outcome: 'not-accepted' as const,
      results: [],
      reason: 'Sai thông tin',
    };
    await deliver(desk.service, ChainConcludedHandler, { of: ChainConcludedV1, body, ...registrar });
    const again = await desk.declare('birth', request);
    expect(again.status).toBe(201);
    expect(again.body.code).not.toBe(code);
  });

  it('hears no other office and no land office about a civil dossier', async () => {
    const { code } = (await desk.declare('birth', desk.nextBirth())).body;
    const body = { ...progress, dossierCode: code };
    const stranger = deliver(desk.service, ChainProgressedHandler, {
      of: ChainProgressedV1,
      body,
      sender: 'civil-status',
      senderOffice: 'long-thanh',
    });
    await expect(stranger).rejects.toThrow('intake.CIVIL_OFFICE_UNEXPECTED');
  });
});
