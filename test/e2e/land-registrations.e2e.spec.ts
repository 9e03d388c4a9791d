import { eventually } from '@lienthong/testing';
import { type DossierFile, positionOf, registerParcels, roles, setPolicies } from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier } from './support/story';

const TODAY = { documentDate: '2026-08-02', documentNumber: '12/GXN-NH' };

interface DeskView {
  readonly code: string;
  readonly state: number;
  readonly channel: string;
  readonly reason?: string;
  readonly receiptNumber?: string;
  readonly refiling?: object;
  readonly certificate?: { readonly registerNumber: string; readonly form: string };
}
interface Assessed {
  readonly state: string;
  readonly notices: readonly { readonly rows: readonly { readonly payableItemId: string }[] }[];
}

describe('registrations at the land desk, through all agencies', () => {
  let e2e: E2eStack;
  let file: DossierFile;
  let other: DossierFile;
  let dearer: DossierFile;
  let renamed: DossierFile;
  beforeAll(async () => {
    e2e = await E2eStack.start();
    file = freshDossier(e2e.today);
    other = freshDossier(e2e.today);
    dearer = freshDossier(e2e.today);
    renamed = freshDossier(e2e.today);
    const offices = e2e.offices(file.parcels[0]?.communeCode ?? '');
    await setPolicies(e2e.agencies(), offices, false);
    await registerParcels(e2e.agencies(), offices, [file, other, dearer, renamed]);
  });
  afterAll(() => e2e?.close());

  const clerk = () => ({ member: 'intake', office: e2e.offices(communeOf(file)).intake, role: 'desk-clerk' }) as const;
  const officer = () =>
    ({ member: 'land-registry', office: e2e.offices(communeOf(file)).land, role: 'land-officer' }) as const;
  const placesOf = ({ parcels }: DossierFile): object[] =>
    parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) }));
  const requestOf = (from: DossierFile, part: object): object => ({
    owners: from.sellers,
    parcels: placesOf(from),
    certificate: from.certificate,
    submitter: { name: from.sellers[0]?.name },
    ...part,
  });
  const fileAt = (path: string, body: object): Promise<DeskView> => e2e.agencies().post<DeskView>(clerk(), path, body);
  const view = (code: string): Promise<DeskView> => e2e.agencies().get<DeskView>(clerk(), `/dossiers/${code}`);
  const inState = async (code: string, state: number): Promise<DeskView> => {
    await eventually(async () => (await view(code)).state === state, { describe: `${code} in ${state}` });
    return view(code);
  };
  const conveyanceOf = ({ sellers, buyers, contract, certificate, ...rest }: DossierFile): object => ({
    procedure: '1.013831',
    parcels: placesOf({ sellers, buyers, contract, certificate, ...rest }),
    submitter: { name: buyers[0]?.name },
    ...{ sellers, buyers, contract, certificate },
  });

  it('register a mortgage within the day, show it to a transfer, and let its release and the transfer go together (R5)', async () => {
    const mortgage = {
      mortgageeName: 'Ngân hàng Thử Nghiệm',
      mortgageeNumber: '3600000014',
      contractNumber: '07/2026/HĐTC',
      contractDate: '2026-07-31',
    };
    const registered = await fileAt('/land-requests', {
      procedure: '1.011441',
      ...requestOf(file, { changeKind: 'mortgage', mortgage }),
    });
    const { certificate } = await inState(registered.code, 9);
    expect(certificate?.form).toBe('noted');
    const registerNumber = certificate?.registerNumber ?? '';
    await e2e.agencies().post(clerk(), `/dossiers/${registered.code}/hand-over`);

    const alone = await fileAt('/dossiers', conveyanceOf(file));
    expect((await inState(alone.code, 8)).reason).toContain(registerNumber);

    const removal = await fileAt('/land-requests', {
      procedure: '1.011443',
      ...requestOf(file, { changeKind: 'mortgage-release', release: { registerNumber, ...TODAY } }),
    });
    const transfer = await fileAt('/dossiers', { ...conveyanceOf(file), filedWith: removal.code });
    await inState(removal.code, 9);
    await eventually(
      async () =>
        (await e2e.agencies().get<{ status: string }>(officer(), `/dossiers/${transfer.code}`)).status ===
        'slip-drafted',
      { describe: 'the slip of the transfer' },
    );
    const [parcel] = await e2e.rows<object>(
      'land-registry',
      'select held_by, encumbrances from parcel where held_by = $1',
      [transfer.code],
    );
    expect(parcel).toEqual({ held_by: transfer.code, encumbrances: [] });
  });

  it('send a change of purpose to the tax office when money is due, and register it when both halves are booked (1.013992, T17)', async () => {
    const { agencies, offices } = { agencies: e2e.agencies(), offices: e2e.offices(communeOf(dearer)) };
    const [parcel] = dearer.parcels;
    const rows = dearer.priceRows.map((row) => ({
      ...row,
      ...{ communeCode: parcel?.communeCode, purpose: 'TMD', position: positionOf(parcel!) },
      pricePerSquareMetreDong: String(BigInt(row.pricePerSquareMetreDong) + 3_000_000n),
    }));
    await agencies.post(roles.recordsKeeper(offices.land), '/price-rows', { rows });
    await agencies.post(roles.priceKeeper(offices.tax), '/price-rows', { rows });
    const newPosition = positionOf(parcel!);
    const purposeChange = { newPurpose: 'TMD', newPosition, documentNumber: '1/DK', declaredOn: '2026-08-01' };
    const { code } = await fileAt('/land-requests', {
      procedure: '1.013992',
      ...requestOf(dearer, { changeKind: 'purpose-change', purposeChange }),
    });
    const land = () => agencies.get<{ status: string }>(officer(), `/dossiers/${code}`).catch(() => undefined);
    await eventually(async () => (await land())?.status === 'slip-drafted', { describe: `the slip of ${code}` });
    await agencies.post(roles.landLeader(offices.land), `/dossiers/${code}/sign-slip`);

    const taxOfficer = roles.taxOfficer(offices.tax);
    const assessment = () => agencies.get<Assessed>(taxOfficer, `/assessments/${code}`).catch(() => undefined);
    await eventually(async () => (await assessment())?.state === 'assessed', { describe: `${code} at the tax office` });
    await agencies.post(taxOfficer, `/assessments/${code}/issue`);
    const results = [{ kind: 'land-use-fee' }, { kind: 'land-use-fee' }];
    expect(await inState(code, 6)).toMatchObject({ results });
    const items = (await assessment())?.notices.flatMap((notice) => notice.rows) ?? [];
    expect(items).toHaveLength(2);

    for (const { payableItemId } of items) {
      const pay = () =>
        agencies.post<{ reference: string }>(roles.payer(), '/payments', { payableItemIds: [payableItemId] });
      const { reference } = await eventually(() => pay().catch(() => undefined), { describe: `${payableItemId} paid` });
      expect((await land())?.status).toBe('notices-received');
      const book = () => agencies.post(roles.treasuryClerk(offices.treasury), '/bookings', { reference });
      await eventually(
        () =>
          book().then(
            () => true,
            () => false,
          ),
        { describe: `${reference} booked` },
      );
    }
    const { certificate } = await inState(code, 9);
    expect(certificate?.form).toBe('noted');
    const sql = 'select purpose from parcel where parcel_number = $1 and map_sheet = $2';
    const registered = await e2e.rows('land-registry', sql, [parcel?.parcelNumber, parcel?.mapSheet]);
    expect(registered).toEqual([{ purpose: 'TMD' }]);
  });

  it('are followed by the one-stop desk when they were lodged at the land office’s own counter (M02)', async () => {
    const [owner] = other.sellers;
    const nameChanges = [
      {
        personalIdentificationNumber: owner?.personalIdentificationNumber,
        newName: 'Nguyễn Thị Mới',
        documentNumber: '3/QĐ',
        decidedOn: '2026-07-01',
      },
    ];
    const lodged = await e2e
      .agencies()
      .post<{ dossierCode: string; receiptNumber: string }>(officer(), '/counter/dossiers', {
        procedure: '1.013833',
        request: requestOf(other, { changeKind: 'name-change', nameChanges }),
      });
    await eventually(async () => (await e2e.rows('intake', codeIs, [lodged.dossierCode])).length === 1);
    const followed = await inState(lodged.dossierCode, 9);
    expect(followed).toMatchObject({ channel: 'land-office', receiptNumber: lodged.receiptNumber });
    expect(await e2e.agencies().post(clerk(), `/dossiers/${lodged.dossierCode}/hand-over`)).toMatchObject({
      state: 10,
    });
  });

  it('take the place of a transfer that was none: both offices link the two both ways (M06, F2)', async () => {
    const [owner] = renamed.sellers;
    const leader = roles.leader('land-registry', e2e.offices(communeOf(renamed)).land);
    await e2e.agencies().put(leader, '/policies/check', { policy: 'manual' });
    const { code } = await fileAt('/dossiers', conveyanceOf(renamed));
    const land = <T>(of: string) => e2e.agencies().get<T>(officer(), `/dossiers/${of}`);
    await eventually(
      () =>
        land(code).then(
          () => true,
          () => false,
        ),
      { describe: `${code} at the land office` },
    );
    const wrong = { cause: 'wrong-procedure', procedure: '1.013833', reason: 'Chỉ đổi tên, không chuyển nhượng' };
    await e2e.agencies().post(officer(), `/dossiers/${code}/want-refiling`, wrong);
    const wanted = () => view(code).then(({ refiling }) => refiling !== undefined);
    await eventually(wanted, { describe: `the desk to hear that ${code} is to be filed anew` });
    await e2e.agencies().put(leader, '/policies/check', { policy: 'automatic-when-clean' });
    const nameChanges = [
      {
        personalIdentificationNumber: owner?.personalIdentificationNumber,
        ...{ newName: 'Nguyễn Thị Khác', documentNumber: '4/QĐ', decidedOn: '2026-07-01' },
      },
    ];
    const fresh = await fileAt(`/dossiers/${code}/refile-land-request`, {
      procedure: '1.013833',
      ...requestOf(renamed, { changeKind: 'name-change', nameChanges }),
    });
    expect(await inState(fresh.code, 9)).toMatchObject({ refiledFrom: code });
    expect(await view(code)).toMatchObject({ state: 8, refiling: { refiledAs: fresh.code } });
    expect(await land(code)).toMatchObject({ status: 'refiled', refiling: { refiledAs: fresh.code } });
    expect(await land(fresh.code)).toMatchObject({ status: 'concluded', previousDossierCode: code });
  });

  it('leave nothing parked', async () => {
    for (const service of ['intake', 'land-registry', 'tax'] as const)
      expect(await e2e.rows(service, 'select cause from parked')).toEqual([]);
  });
});

const codeIs = 'select code from dossier where code = $1';

function communeOf({ parcels }: DossierFile): string {
  return parcels[0]?.communeCode ?? '';
}
