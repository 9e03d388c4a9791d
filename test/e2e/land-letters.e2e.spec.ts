import { eventually } from '@lienthong/testing';
import {
  type Agencies,
  type BranchOffices,
  type DossierFile,
  positionOf,
  type PersonRole,
  PROCEDURE,
  registerParcels,
  roles,
  setPolicies,
} from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier } from './support/story';

interface DeskView {
  readonly code: string;
  readonly state: number;
  readonly states: readonly number[];
  readonly appointmentAt: string;
  readonly refiledFrom?: string;
  readonly refiling?: { readonly procedure: string; readonly refiledAs?: string };
}
interface LandView {
  readonly status: string;
  readonly previousDossierCode?: string;
  readonly refiling?: { readonly refiledAs?: string };
}

const timeoutMs = 30_000;
const papers = [{ kind: 'contract', name: 'Hợp đồng chuyển nhượng' }];

describe('letters between one-stop desk, land office and tax office over the real bus', () => {
  let e2e: E2eStack;
  let agencies: Agencies;
  let offices: BranchOffices;
  let clerk: PersonRole;
  let officer: PersonRole;
  beforeAll(async () => {
    e2e = await E2eStack.start({ env: () => ({ OVERDUE_ANSWERS_EVERY_MS: '200', TIMER_POLL_MS: '200' }) });
    agencies = e2e.agencies();
    offices = e2e.offices(freshDossier(e2e.today).parcels[0]?.communeCode ?? '');
    clerk = roles.deskClerk(offices.intake);
    officer = { member: 'land-registry', role: 'land-officer', office: offices.land };
    await setPolicies(agencies, offices, false);
    const leader = { ...officer, role: 'agency-leader' };
    await agencies.put(leader, '/policies/check', { policy: 'manual' });
  });
  afterAll(() => e2e?.close());

  const requestOf = (file: DossierFile): object => ({
    ...{ procedure: PROCEDURE, sellers: file.sellers, buyers: file.buyers, contract: file.contract },
    ...{ certificate: file.certificate, submitter: { name: file.buyers[0]?.name ?? '', phone: '0912000002' } },
    parcels: file.parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
  });
  const desk = (code: string): Promise<DeskView> => agencies.get<DeskView>(clerk, `/dossiers/${code}`);
  const land = (code: string): Promise<LandView> => agencies.get<LandView>(officer, `/dossiers/${code}`);
  const untilDesk = (code: string, is: (view: DeskView) => boolean): Promise<DeskView> =>
    eventually(async () => ((view) => (is(view) ? view : undefined))(await desk(code)), {
      timeoutMs,
      describe: async () => JSON.stringify(await desk(code)),
    });
  const untilLand = (code: string, status: string): Promise<LandView> =>
    eventually(
      async () => {
        const view = await land(code).catch(() => undefined);
        return view?.status === status ? view : undefined;
      },
      { timeoutMs, describe: `${code} ${status} at land` },
    );
  const filed = async (): Promise<{ readonly code: string; readonly file: DossierFile }> => {
    const file = freshDossier(e2e.today);
    await registerParcels(agencies, offices, [file]);
    const { code } = await agencies.post<{ code: string }>(clerk, '/dossiers', requestOf(file));
    await untilLand(code, 'received');
    return { code, file };
  };
  const nothingIsParked = async (): Promise<void> => {
    for (const service of ['intake', 'land-registry', 'tax'] as const) {
      expect([service, await e2e.rows(service, 'select cause from parked')]).toEqual([service, []]);
    }
  };

  it('bring missing papers: one SMS, a pause, a new appointment with the papers only, and the check goes on (F1)', async () => {
    const { code } = await filed();
    const before = await desk(code);
    const wanted = { papers: [{ ...papers[0], reason: 'Thiếu trang có lời chứng' }] };
    await agencies.post(officer, `/dossiers/${code}/want-papers`, wanted);
    expect(await untilDesk(code, ({ state }) => state === 5)).toMatchObject({ appointmentAt: before.appointmentAt });
    const told = await agencies.get<{ items: object[] }>(clerk, `/dossiers/${code}/notices`);
    expect(told.items).toHaveLength(1);
    expect(await agencies.get(clerk, `/dossiers/${code}/whereabouts`)).toMatchObject({ heldBy: 'citizen' });

    await agencies.post(clerk, `/dossiers/${code}/wanted-papers`, { papers });
    await untilLand(code, 'received');
    await agencies.post(officer, `/dossiers/${code}/check`);
    await untilLand(code, 'slip-drafted');
    const noted = async (): Promise<boolean> =>
      (
        await e2e.rows('intake', `select 1 from dossier where code = $1 and papers_request ->> 'receivedAt' <> ''`, [
          code,
        ])
      ).length === 1;
    await eventually(noted, { timeoutMs, describe: 'the desk to hear that the papers are there' });
    expect((await desk(code)).states).toEqual([2, 4, 5, 4]);
    await nothingIsParked();
  });

  it('file a dossier anew that was filed wrong; both offices link the two both ways (F2)', async () => {
    const { code, file } = await filed();
    const reason = 'Nhập sai số điện thoại của bên nhận';
    const wrong = { cause: 'wrong-data', procedure: PROCEDURE, reason };
    await agencies.post(officer, `/dossiers/${code}/want-refiling`, wrong);
    await untilDesk(code, ({ refiling }) => refiling?.procedure === PROCEDURE);
    const fresh = await agencies.post<{ code: string }>(clerk, `/dossiers/${code}/refile`, requestOf(file));
    await untilLand(fresh.code, 'received');
    expect(await desk(code)).toMatchObject({ states: [2, 4, 8], refiling: { refiledAs: fresh.code } });
    expect(await desk(fresh.code)).toMatchObject({ state: 4, refiledFrom: code });
    expect(await land(code)).toMatchObject({ status: 'refiled', refiling: { refiledAs: fresh.code } });
    expect(await land(fresh.code)).toMatchObject({ previousDossierCode: code });
    await nothingIsParked();
  });

  it('end a dossier that the citizen withdraws at both offices, and free its parcel (F8)', async () => {
    const { code, file } = await filed();
    await agencies.post(officer, `/dossiers/${code}/check`);
    await agencies.post(clerk, `/dossiers/${code}/withdraw`, { reason: 'Hai bên thỏa thuận hủy hợp đồng' });
    expect(await untilDesk(code, ({ state }) => state === 8)).toMatchObject({ states: [2, 4, 7, 8] });
    await untilLand(code, 'withdrawn');
    const { code: second } = await agencies.post<{ code: string }>(clerk, '/dossiers', requestOf(file));
    await untilLand(second, 'received');
    await agencies.post(officer, `/dossiers/${second}/check`);
    await untilLand(second, 'slip-drafted');
    await nothingIsParked();
  });

  it('ask a tax office that has not answered in time, and hear how the slip stands (M16)', async () => {
    const { code } = await filed();
    await agencies.post(officer, `/dossiers/${code}/check`);
    await agencies.post({ ...officer, role: 'land-leader' }, `/dossiers/${code}/sign-slip`);
    await untilLand(code, 'slip-received');
    await e2e.rows(
      'land-registry',
      `update land_dossier set answer_due_at = since - interval '1 hour' where dossier_code = $1`,
      [code],
    );
    const heard = async (): Promise<boolean> => {
      const sql = `select 1 from log_entry where type like $1 and subject = $2`;
      return (await e2e.rows('integration-bus', sql, ['%tax-state-told%', code])).length > 0;
    };
    await eventually(heard, { timeoutMs, describe: 'the tax office to tell the state of the slip' });
    expect(await land(code)).toMatchObject({ status: 'slip-received' });
    expect(await agencies.get(officer, `/dossiers/${code}/whereabouts`)).toMatchObject({ heldBy: 'tax' });
    await nothingIsParked();
  });
});
