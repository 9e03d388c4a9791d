import { dongText } from '@lienthong/kernel';
import { PaymentInformationV1 } from '@lienthong/contracts';
import { ApiClient, eventually } from '@lienthong/testing';
import {
  type Agencies,
  type Assessment,
  type BranchOffices,
  type DossierFile,
  type DossierView,
  PROCEDURE,
  positionOf,
  registerParcels,
  roles,
  setPolicies,
} from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { sendAsMember } from './support/member-message';
import { freshDossier, playStory } from './support/story';
import { w2Data } from './support/w2.mother';

const COMMUNE = '26368';

type ApiDocument = { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

/** The only addresses that answer without a token, each with its reason in the service's code. */
const publicEndpoints: ReadonlySet<string> = new Set(['GET /health/live', 'GET /health/ready', 'GET /directory/keys']);

function request({ sellers, buyers, parcels, contract, certificate }: DossierFile): object {
  return {
    procedure: PROCEDURE,
    sellers,
    buyers,
    contract,
    certificate,
    parcels: parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
    submitter: { name: buyers[0]?.name },
  };
}

describe('what the agencies refuse', () => {
  let e2e: E2eStack;
  let agencies: Agencies;
  let offices: BranchOffices;
  beforeAll(async () => {
    e2e = await E2eStack.start();
    agencies = e2e.agencies();
    offices = e2e.offices(COMMUNE);
  });
  afterAll(() => e2e?.close());

  const view = (code: string): Promise<DossierView & { documentNumber?: string }> =>
    agencies.get(roles.deskClerk(offices.intake), `/dossiers/${code}`);
  const submit = async (file: DossierFile): Promise<string> => {
    const { code } = await agencies.post<{ code: string }>(roles.deskClerk(offices.intake), '/dossiers', request(file));
    return code;
  };
  const reaches = (code: string, state: number): Promise<DossierView & { documentNumber?: string }> =>
    eventually(
      async () => {
        const seen = await view(code);
        return seen.state === state ? seen : undefined;
      },
      {
        timeoutMs: 60_000,
        describe: async () => `${code} in state ${state}; it is ${JSON.stringify(await view(code))}`,
      },
    );

  it('ends the later of two dossiers of one parcel in 8 with a written reason, and lets the first one through', async () => {
    const first = freshDossier(e2e.today);
    const later: DossierFile = {
      ...first,
      buyers: first.buyers.map((buyer) => ({ ...buyer, personalIdentificationNumber: '075088999999' })),
    };
    await setPolicies(agencies, offices, true);
    await agencies.put(roles.leader('land-registry', offices.land), '/policies/sign-slip', { policy: 'manual' });
    await registerParcels(agencies, offices, [first]);
    const firstCode = await submit(first);
    await eventually(async () => {
      const { items } = await agencies.get<{ items: { dossierCode?: string }[] }>(
        roles.landLeader(offices.land),
        '/work-list?step=sign-slip&limit=100',
      );
      return items.some(({ dossierCode }) => dossierCode === firstCode);
    });
    const laterCode = await submit(later);
    const ended = await reaches(laterCode, 8);
    expect(ended.reason).toMatch(/\S.{10}/);
    expect(ended.reason).toContain(firstCode);
    expect(ended.documentNumber).toMatch(/\S/);
    expect((await view(firstCode)).state).toBe(4);
    await agencies.post(roles.landLeader(offices.land), `/dossiers/${firstCode}/sign-slip`);
    await reaches(firstCode, 10);
  });

  it('never books a voucher without credit advice, and releases nothing for it', async () => {
    const file = freshDossier(e2e.today);
    await setPolicies(agencies, offices, true);
    await agencies.put(roles.leader('collecting-bank', 'head-office'), '/policies/debit', { policy: 'manual' });
    await registerParcels(agencies, offices, [file]);
    const code = await submit(file);
    await reaches(code, 6);
    const assessment = await agencies.get<Assessment>(roles.taxOfficer(offices.tax), `/assessments/${code}`);
    const [notice] = assessment.notices;
    const row = notice?.rows[0];
    const reference = '99992026000000999901';
    const amountDong = dongText(BigInt(row?.amountDong ?? '0'));
    const body: PaymentInformationV1 = {
      reference,
      payer: { number: row?.payerNumber ?? '' },
      debitDate: e2e.today,
      debitedAt: `${e2e.today}T10:00:00+07:00`,
      lines: [
        {
          payableItemId: row?.payableItemId ?? '',
          amountDong,
          budgetSubItem: row?.budgetSubItem ?? '',
          budgetChapter: row?.budgetChapter ?? '',
        },
      ],
      totalDong: amountDong,
      taxOfficeCode: '9000025',
      treasuryCode: '9902',
    };
    await sendAsMember(e2e.access, {
      member: 'collecting-bank',
      office: 'head-office',
      of: PaymentInformationV1,
      body,
      to: [{ member: 'tax', office: offices.tax }],
    });
    const rowNow = async () =>
      (await agencies.get<Assessment>(roles.taxOfficer(offices.tax), `/assessments/${code}`)).notices
        .flatMap(({ rows }) => rows)
        .find(({ payableItemId }) => payableItemId === row?.payableItemId);
    await eventually(async () => (await rowNow())?.state === 'paid', {
      describe: 'the payment information at the tax office',
    });

    const clerk = new ApiClient(
      e2e.access.urls['treasury'] ?? '',
      await e2e.token(roles.treasuryClerk(offices.treasury)),
    );
    const refused = await clerk.post('/bookings', { reference }, { 'idempotency-key': 'e2e-no-credit-advice' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'treasury.NO_CREDIT_ADVICE' } });

    const another = await playStory(e2e, [freshDossier(e2e.today)], true);
    expect(another.totals.completed).toBe(1);
    expect((await clerk.get(`/bookings/${reference}`)).status).toBe(404);
    expect(await rowNow()).toMatchObject({ state: 'paid' });
    expect((await view(code)).state).toBe(6);
  });

  it('lists every wrong field of a dossier, in the language that was asked for', async () => {
    const url = e2e.access.urls['intake'] ?? '';
    const desk = new ApiClient(url, await e2e.token(roles.deskClerk(offices.intake)));
    const data = w2Data();
    const wrong = {
      procedure: 'one',
      sellers: [{ ...data.sellers[0], share: '3/2', sex: 'x', phone: 12 }],
      buyers: [],
      parcels: [{ ...data.parcels[0], communeCode: 'x', areaSquareMetres: '-1', position: '' }],
      contract: { ...data.contract, effectiveDate: '01/08/2026', totalDong: 5 },
      certificate: { serial: 'x' },
      submitter: {},
    };
    const answer = await desk.post<{ code: string; detail: string; faults: { path: string }[] }>('/dossiers', wrong, {
      'idempotency-key': 'e2e-wrong-dossier',
      'accept-language': 'vi',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/application\/problem\+json/);
    expect(answer.body.faults.map(({ path }) => path).sort()).toEqual([
      'buyers',
      'certificate.issuedOn',
      'contract.effectiveDate',
      'contract.totalDong',
      'parcels[0].areaSquareMetres',
      'parcels[0].communeCode',
      'parcels[0].position',
      'procedure',
      'sellers[0].phone',
      'sellers[0].sex',
      'sellers[0].share',
      'submitter.name',
    ]);
    const english = await desk.post<{ detail: string }>('/dossiers', wrong, {
      'idempotency-key': 'e2e-wrong-dossier',
      'accept-language': 'en',
    });
    expect(english.body.detail).not.toBe(answer.body.detail);
  });

  it('refuses wrong role, wrong agency, wrong office and the same person twice, each with its own code', async () => {
    const file = freshDossier(e2e.today);
    await setPolicies(agencies, offices, false);
    await agencies.put(roles.leader('land-registry', offices.land), '/policies/check', { policy: 'manual' });
    await registerParcels(agencies, offices, [file]);
    const code = await submit(file);
    const land = e2e.access.urls['land-registry'] ?? '';
    const waitsFor = (step: string): Promise<true> =>
      eventually(async () => {
        const { items } = await agencies.get<{ items: { dossierCode?: string }[] }>(
          roles.landOfficer(offices.land),
          `/work-list?step=${step}&limit=100`,
        );
        return items.some(({ dossierCode }) => dossierCode === code);
      });
    await waitsFor('check');
    const refusal = async (token: string, path: string): Promise<unknown> =>
      (await new ApiClient(land, token).post<{ code: string }>(path)).body.code;
    const path = `/dossiers/${code}/check`;
    expect(await refusal(await e2e.token(roles.recordsKeeper(offices.land)), path)).toBe('access.ROLE_NOT_ALLOWED');
    expect(await refusal(await e2e.token({ member: 'tax', office: offices.tax, role: 'land-officer' }), path)).toBe(
      'access.OTHER_AGENCY',
    );
    expect(await refusal(await e2e.token(roles.landOfficer('bien-hoa')), path)).toBe('access.OTHER_OFFICE');
    await agencies.post(roles.landOfficer(offices.land), path);
    await waitsFor('sign-slip');
    const both = await e2e.tokenOf({ ...roles.landLeader(offices.land), person: `land-officer-${offices.land}` });
    expect(await refusal(both, `/dossiers/${code}/sign-slip`)).toBe('access.SAME_PERSON');
  });

  it('answers no endpoint without a token but the named public ones', async () => {
    const asked: string[] = [];
    for (const [service, url] of Object.entries(e2e.access.urls)) {
      const { body } = await new ApiClient(url).get<ApiDocument>('/openapi.json');
      for (const [path, methods] of Object.entries(body.paths)) {
        for (const method of Object.keys(methods).map((name) => name.toUpperCase())) {
          const endpoint = `${method} ${path}`;
          const filled = path.replace(/\{\w+\}/g, 'x');
          const { status } = await new ApiClient(url).call(filled, { method });
          asked.push(`${service} ${endpoint}`);
          expect({ service, endpoint, open: status !== 401 }).toEqual({
            service,
            endpoint,
            open: publicEndpoints.has(endpoint),
          });
        }
      }
    }
    expect(asked).toEqual(
      expect.arrayContaining(['intake POST /dossiers', 'tax GET /metrics', 'integration-bus GET /trace/{dossierCode}']),
    );
  });
});
