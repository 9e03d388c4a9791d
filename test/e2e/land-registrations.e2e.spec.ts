import { eventually } from '@lienthong/testing';
import { type DossierFile, positionOf, registerParcels, setPolicies } from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier } from './support/story';

const TODAY = { documentDate: '2026-08-02', documentNumber: '12/GXN-NH' };

interface DeskView {
  readonly code: string;
  readonly state: number;
  readonly channel: string;
  readonly reason?: string;
  readonly receiptNumber?: string;
  readonly certificate?: { readonly registerNumber: string; readonly form: string };
}

describe('registrations at the land desk, through all agencies', () => {
  let e2e: E2eStack;
  let file: DossierFile;
  let other: DossierFile;
  beforeAll(async () => {
    e2e = await E2eStack.start();
    file = freshDossier(e2e.today);
    other = freshDossier(e2e.today);
    const offices = e2e.offices(file.parcels[0]?.communeCode ?? '');
    await setPolicies(e2e.agencies(), offices, false);
    await registerParcels(e2e.agencies(), offices, [file, other]);
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

  it('leave nothing parked', async () => {
    for (const service of ['intake', 'land-registry'] as const)
      expect(await e2e.rows(service, 'select cause from parked')).toEqual([]);
  });
});

const codeIs = 'select code from dossier where code = $1';

function communeOf({ parcels }: DossierFile): string {
  return parcels[0]?.communeCode ?? '';
}
