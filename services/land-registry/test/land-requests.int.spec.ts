import { DossierForwardedV1, ResultHandedOverV1 } from '@lienthong/contracts';
import { type ApiClient, eventually, type TestService, withClient } from '@lienthong/testing';
import { ResultHandedOverHandler } from '../src/certificates/result-handed-over.handler';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';
import { forwardRequest, mortgage, releaseOf, requestNumber } from './land-request.mother';

interface View {
  readonly status: string;
  readonly reason?: string;
  readonly checkFaults?: readonly { readonly rule: string; readonly code?: string }[];
  readonly certificate?: { readonly registerNumber: string; readonly form: string };
}

describe('registrations without another owner', () => {
  let service: TestService;
  let keeper: ApiClient;
  let officer: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    keeper = await service.as('land-records-keeper');
    officer = await service.as('land-officer');
  });
  afterAll(() => service.stop());

  const query = <R>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);
  const parcel = async (number: number): Promise<Record<string, unknown>> => {
    const text = String(number).padStart(4, '0');
    const [row] = await query<Record<string, unknown>>(
      'select held_by, owners, encumbrances, purpose from parcel where parcel_number = $1',
      [text],
    );
    return row ?? {};
  };
  const enter = async (number: number, encumbrances: readonly object[] = []): Promise<void> => {
    const { parcels, rows } = recordsOf(dossierNumber(number));
    const records = encumbrances.length === 0 ? parcels : parcels.map((record) => ({ ...record, encumbrances }));
    expect((await keeper.post('/parcels', { parcels: records })).status).toBe(200);
    expect((await keeper.post('/price-rows', { rows })).status).toBe(200);
  };
  const view = async (code: string): Promise<View> => (await officer.get<View>(`/dossiers/${code}`)).body;
  const convey = async (dossier: DossierForwardedV1): Promise<View> => {
    await deliver(service, DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
    return view(dossier.dossierCode);
  };
  const sentAbout = async (code: string): Promise<string[]> =>
    (await query<{ type: string }>('select type from outbox where subject = $1 order by seq', [code])).map(({ type }) =>
      type.replace('vn.lienthong.land-registry.', ''),
    );
  const mortgaged = async (number: number, code: number): Promise<string> => {
    await enter(number);
    const body = requestNumber(number, code, { changeKind: 'mortgage', mortgage });
    await forwardRequest(service, body);
    return (await view(body.dossierCode)).certificate?.registerNumber ?? '';
  };

  it('registers a mortgage at once, on the certificate and on the parcel, without a slip for the tax office (1.011441)', async () => {
    const registerNumber = await mortgaged(1, 2001);
    const dossierCode = 'H19.91.01-260803-2001';
    expect(await sentAbout(dossierCode)).toEqual([
      'dossier-received.v1',
      'progress-changed.v1',
      'processing-concluded.v1',
    ]);
    expect(await view(dossierCode)).toMatchObject({ status: 'concluded', certificate: { form: 'noted' } });
    expect(await parcel(1)).toMatchObject({
      held_by: null,
      encumbrances: [{ kind: 'mortgage', registerNumber, dossierCode, holderName: mortgage.mortgageeName }],
    });
    const [entry] = await query<object>('select change_kind, signed_by from register_entry where dossier_code = $1', [
      dossierCode,
    ]);
    expect(entry).toEqual({ change_kind: 'mortgage', signed_by: 'land-leader-bien-hoa' });
    const handedOver = { dossierCode, handedOverAt: '2026-08-03T15:20:00+07:00' };
    await deliver(service, ResultHandedOverHandler, { of: ResultHandedOverV1, body: handedOver, sender: 'intake' });
    expect(await view(dossierCode)).toMatchObject({ status: 'handed-over' });
  });

  it('lets a later transfer see the mortgage, and refuses it with the code of R5', async () => {
    const registerNumber = await mortgaged(2, 2002);
    expect(await convey(dossierNumber(2))).toMatchObject({
      status: 'rejected',
      reason: expect.stringContaining(registerNumber),
      checkFaults: [{ rule: 'R5', code: 'land-registry.PARCEL_ENCUMBERED' }],
    });
    expect(await parcel(2)).toMatchObject({ held_by: null });
  });

  it('lets the transfer pass with the mortgagee’s consent attached (R5)', async () => {
    const registerNumber = await mortgaged(3, 2003);
    const consents = [{ registerNumber, documentNumber: '5/CV-NH', signedOn: '2026-08-01' }];
    expect(await convey(dossierNumber(3, { consents }))).toMatchObject({ status: 'slip-drafted' });
  });

  it('removes a mortgage by its number (1.011443); afterwards a gift is free to go', async () => {
    const release = releaseOf(await mortgaged(4, 2004));
    const body = requestNumber(4, 2104, { changeKind: 'mortgage-release', ...(release && { release }) });
    await forwardRequest(service, body);
    expect(await view(body.dossierCode)).toMatchObject({ status: 'concluded' });
    expect(await parcel(4)).toMatchObject({ encumbrances: [] });
    expect(await convey(dossierNumber(4, { changeKind: 'gift' }))).toMatchObject({ status: 'slip-drafted' });
  });

  it('refuses to remove what does not lie on the parcel', async () => {
    await enter(5);
    const release = releaseOf('99999/2026/CS-BIEN-HOA');
    const body = requestNumber(5, 2005, { changeKind: 'mortgage-release', ...(release && { release }) });
    await forwardRequest(service, body);
    expect(await view(body.dossierCode)).toMatchObject({
      status: 'rejected',
      checkFaults: [{ rule: 'RELEASE', code: 'land-registry.ENCUMBRANCE_UNKNOWN' }],
    });
  });

  it.each([
    [6, 'the deregistration comes first'],
    [7, 'the transfer comes first'],
  ])('takes deregistration and transfer of one parcel filed together (R5), parcel %i: %s', async (number) => {
    const release = releaseOf(await mortgaged(number, 2000 + number));
    const removal = requestNumber(number, 2100 + number, {
      changeKind: 'mortgage-release',
      ...(release && { release }),
    });
    const transfer = dossierNumber(number, { filedWith: removal.dossierCode });
    if (number === 6) await forwardRequest(service, removal);
    const arrived = { status: number === 6 ? 'slip-drafted' : 'received' };
    expect(await convey(transfer)).toMatchObject(arrived);
    if (number === 7) await forwardRequest(service, removal);
    expect(await view(removal.dossierCode)).toMatchObject({ status: 'concluded' });
    await eventually(async () => (await view(transfer.dossierCode)).status === 'slip-drafted', {
      describe: 'the check of the transfer',
    });
    expect(await parcel(number)).toMatchObject({ encumbrances: [], held_by: transfer.dossierCode });
  });

  it('keeps a transfer waiting whose deregistration is not here: what is unknown takes nothing off (R5)', async () => {
    await mortgaged(17, 2017);
    const transfer = dossierNumber(17, { filedWith: 'H19.91.01-260803-9917' });
    expect(await convey(transfer)).toMatchObject({ status: 'received' });
    expect(await officer.post(`/dossiers/${transfer.dossierCode}/check`)).toMatchObject({
      status: 409,
      body: { code: 'land-registry.FILED_WITH_AWAITED' },
    });
    expect(await parcel(17)).toMatchObject({ held_by: null });
  });

  it('does not take a transfer filed together with a deregistration that was refused (R5)', async () => {
    const registerNumber = await mortgaged(8, 2008);
    const release = releaseOf('00000/2020/CS-BIEN-HOA');
    const removal = requestNumber(8, 2108, { changeKind: 'mortgage-release', ...(release && { release }) });
    await forwardRequest(service, removal);
    expect(await convey(dossierNumber(8, { filedWith: removal.dossierCode }))).toMatchObject({
      status: 'rejected',
      reason: expect.stringContaining(registerNumber),
    });
  });

  it('keeps a parcel that is being conveyed from being mortgaged', async () => {
    await enter(9);
    expect(await convey(dossierNumber(9))).toMatchObject({ status: 'slip-drafted' });
    const body = requestNumber(9, 2009, { changeKind: 'mortgage', mortgage });
    await forwardRequest(service, body);
    expect(await view(body.dossierCode)).toMatchObject({ status: 'rejected', checkFaults: [{ rule: 'HELD' }] });
  });

  it('gives an owner the new name in the register, and nothing else changes (1.013833)', async () => {
    await enter(10);
    const [owner] = dossierNumber(10).sellers;
    const personalIdentificationNumber = owner?.personalIdentificationNumber ?? '';
    const nameChanges = [
      { personalIdentificationNumber, newName: 'Nguyễn Thị Mới', documentNumber: '3/QĐ', decidedOn: '2026-07-01' },
    ];
    const body = requestNumber(10, 2010, { changeKind: 'name-change', nameChanges });
    await forwardRequest(service, body);
    expect(await view(body.dossierCode)).toMatchObject({ status: 'concluded' });
    expect(await parcel(10)).toMatchObject({
      owners: [{ personalIdentificationNumber, name: 'Nguyễn Thị Mới', share: owner?.share }],
      held_by: null,
    });
    expect(await sentAbout(body.dossierCode)).not.toContain('transfer-slip-sent.v1');
  });

  it('removes the note of a deferred obligation with its proof of payment, which a transfer needs first (1.013988, L10)', async () => {
    const registerNumber = 'CS 00777';
    await enter(11, [{ kind: 'deferred-obligation', registerNumber, registeredOn: '2026-02-02' }]);
    expect(await convey({ ...dossierNumber(11), dossierCode: 'H19.91.01-260803-2211' })).toMatchObject({
      status: 'rejected',
      checkFaults: [{ rule: 'R5' }],
    });
    const release = releaseOf(registerNumber);
    const body = requestNumber(11, 2011, { changeKind: 'deferral-removal', ...(release && { release }) });
    await forwardRequest(service, body);
    expect(await view(body.dossierCode)).toMatchObject({ status: 'concluded' });
    expect(await convey(dossierNumber(11))).toMatchObject({ status: 'slip-drafted' });
  });

  it('changes a purpose that needs no permission and owes nothing, and refuses one that needs it (1.013992)', async () => {
    await enter(12);
    const change = { newPosition: '45-0012', documentNumber: '1/DK', declaredOn: '2026-08-01' };
    const refused = requestNumber(12, 2012, {
      changeKind: 'purpose-change',
      purposeChange: { ...change, newPurpose: 'LUC' },
    });
    const registered = requestNumber(12, 2112, {
      changeKind: 'purpose-change',
      purposeChange: { ...change, newPurpose: 'TMD' },
    });
    await forwardRequest(service, registered);
    expect(await view(registered.dossierCode)).toMatchObject({ status: 'concluded' });
    expect(await parcel(12)).toMatchObject({ purpose: 'TMD', held_by: null });
    const [own] = refused.request.parcels;
    const back = { ...refused.request, parcels: [{ ...own!, purpose: 'TMD' }] };
    const toHousing = { ...change, newPurpose: 'ODT' };
    await forwardRequest(service, { ...refused, request: { ...back, purposeChange: toHousing } });
    expect(await view(refused.dossierCode)).toMatchObject({
      status: 'rejected',
      checkFaults: [{ rule: 'PURPOSE', code: 'land-registry.PERMISSION_NEEDED' }],
    });
  });

  it('waits for another person’s signature where the policy says manual', async () => {
    const head = await service.as('agency-leader');
    await head.put('/policies/check', { policy: 'manual' });
    await head.put('/policies/sign-certificate', { policy: 'manual' });
    await enter(13);
    const body = requestNumber(13, 2013, { changeKind: 'mortgage', mortgage });
    await forwardRequest(service, body);
    const { dossierCode } = body;
    // 12 of the 24 hours of a secured transaction in the plan of the office (O §1.7)
    expect((await officer.get(`/dossiers/${dossierCode}`)).body).toMatchObject({
      planned: [{ step: 'check', hours: 12, due: expect.stringMatching(/^2026-08-04T15:1/) }],
    });
    expect((await officer.post(`/dossiers/${dossierCode}/check`)).body).toMatchObject({
      status: 'certificate-drafted',
      changeKind: 'mortgage',
    });
    const member = 'land-registry';
    const checker = service.api.as(
      await service.home.token({ member, role: 'land-leader', person: 'land-officer-bien-hoa' }),
    );
    const path = `/dossiers/${dossierCode}/sign-certificate`;
    expect(await checker.post(path)).toMatchObject({ status: 403, body: { code: 'access.SAME_PERSON' } });
    const leader = await service.as('land-leader');
    expect((await leader.post(path)).body).toMatchObject({ status: 'concluded' });
  });

  it('takes the three days of a security registration that has to be looked into, once and with a reason (O §1.5)', async () => {
    const head = await service.as('agency-leader');
    await head.put('/policies/check', { policy: 'manual' });
    await enter(14);
    const body = requestNumber(14, 2014, { changeKind: 'mortgage', mortgage });
    await forwardRequest(service, body);
    const path = `/dossiers/${body.dossierCode}`;
    const due = async (): Promise<unknown> => (await officer.get<{ dueAt: string }>(`${path}/whereabouts`)).body.dueAt;
    expect(await due()).toMatch(/^2026-08-03T17:00/);
    const reason = 'Cần xác minh chữ ký trên hợp đồng';
    const seen = (await officer.get(path)).headers.get('etag') ?? '';
    const extend = (extension: string, etag = seen) =>
      officer.post(`${path}/extend`, { extension, reason }, { 'if-match': etag });
    expect(await extend('remote-commune')).toMatchObject({
      status: 409,
      body: { code: 'land-registry.EXTENSION_UNKNOWN' },
    });
    expect(await extend('looked-into')).toMatchObject({
      status: 200,
      body: { status: 'received', timeExtension: { extension: 'looked-into', reason, by: 'land-officer-bien-hoa' } },
    });
    expect(await due()).toMatch(/^2026-08-06T09:1/);
    expect(await extend('looked-into')).toMatchObject({ status: 412 });
    const now = (await officer.get(path)).headers.get('etag') ?? '';
    expect(await extend('looked-into', now)).toMatchObject({ body: { code: 'land-registry.EXTENSION_APPLIED' } });
    expect(await sentAbout(body.dossierCode)).toContain('processing-extended.v1');

    expect((await officer.post(`${path}/check`)).status).toBe(200);
    expect(await officer.post(`${path}/extend`, { extension: 'looked-into', reason })).toMatchObject({
      body: { code: 'land-registry.STEP_NOT_ALLOWED' },
    });
  });
});
