import { eventually } from '@lienthong/testing';
import {
  type Agencies,
  type BranchOffices,
  type PersonRole,
  PROCEDURE,
  positionOf,
  registerParcels,
  roles,
  setPolicies,
} from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier } from './support/story';

interface LandView {
  readonly status: string;
  readonly slip: {
    readonly slipId: string;
    readonly contract: object;
    readonly buyers: readonly { readonly personalIdentificationNumber?: string }[];
  };
}
interface TaxView {
  readonly state: string;
  readonly slipId: string;
  readonly revenues?: readonly { readonly totalDong: string }[];
  readonly notices?: readonly { readonly rows: readonly { readonly payer: string; readonly payerNumber: string }[] }[];
}

const TIMEOUT_MS = 60_000;

describe('a transfer slip over the real bus', () => {
  let e2e: E2eStack;
  let agencies: Agencies;
  let offices: BranchOffices;
  let people: Readonly<Record<'officer' | 'leader' | 'tax', PersonRole>>;
  let code: string;
  beforeAll(async () => {
    e2e = await E2eStack.start();
    agencies = e2e.agencies();
    const file = freshDossier(e2e.today);
    offices = e2e.offices(file.parcels[0]?.communeCode ?? '');
    people = {
      officer: roles.landOfficer(offices.land),
      leader: roles.landLeader(offices.land),
      tax: roles.taxOfficer(offices.tax),
    };
    await setPolicies(agencies, offices, true);
    await agencies.put(roles.leader('land-registry', offices.land), '/policies/sign-slip', { policy: 'manual' });
    await agencies.put(roles.leader('tax', offices.tax), '/policies/issue', { policy: 'manual' });
    await lodge(file);
  });
  afterAll(() => e2e?.close());

  async function lodge(file: ReturnType<typeof freshDossier>): Promise<void> {
    await registerParcels(agencies, offices, [file]);
    ({ code } = await agencies.post<{ code: string }>(roles.deskClerk(offices.intake), '/dossiers', {
      ...{ procedure: PROCEDURE, sellers: file.sellers, buyers: file.buyers, contract: file.contract },
      ...{ certificate: file.certificate, submitter: { name: file.buyers[0]?.name } },
      parcels: file.parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
    }));
    await atLand('slip-drafted');
  }

  const landView = (): Promise<LandView> => agencies.get(people.officer, `/dossiers/${code}`);
  const atLand = (status: string): Promise<LandView> =>
    eventually(
      async () => {
        const view = await landView().catch(() => undefined);
        return view?.status === status ? view : undefined;
      },
      { timeoutMs: TIMEOUT_MS, describe: `${code} ${status} at the land office` },
    );
  /** The tax office has this slip of the dossier, in one of these states. */
  const atTax = (slipId: string, states: readonly string[]): Promise<TaxView> =>
    eventually(
      async () => {
        const view = await agencies.get<TaxView>(people.tax, `/assessments/${code}`).catch(() => undefined);
        return view?.slipId === slipId && states.includes(view.state) ? view : undefined;
      },
      { timeoutMs: TIMEOUT_MS, describe: `slip ${slipId} ${states.join(' or ')} at the tax office` },
    );
  const signed = async (): Promise<string> => {
    await agencies.post(people.leader, `/dossiers/${code}/sign-slip`);
    const { slip } = await landView();
    await atTax(slip.slipId, ['assessed']);
    await atLand('slip-received');
    return slip.slipId;
  };

  it('is completed when the tax office asks (F4), replaced without being asked (F5), withdrawn (M15), and ends in notices', async () => {
    await signed();
    const faults = [{ rule: 'R3', text: 'Giá hợp đồng không đúng với bản chính' }];
    await agencies.post(people.tax, `/assessments/${code}/completion-requests`, { faults });
    const { slip } = await atLand('slip-returned');
    const contract = { ...slip.contract, totalDong: '990000000' };
    await agencies.post(people.officer, `/dossiers/${code}/correct-slip`, { contract });
    await signed();

    await agencies.post(people.officer, `/dossiers/${code}/replace-slip`, {
      reason: 'Giá ghi nhầm',
      contract: slip.contract,
    });
    const third = await signed();

    await agencies.post(people.leader, `/dossiers/${code}/withdraw-slip`, { reason: 'Lập nhầm phiếu' });
    await atTax(third, ['returned', 'withdrawn']);
    await agencies.post(people.officer, `/dossiers/${code}/correct-slip`, {});
    await signed();

    const { slips } = await agencies.get<{ slips: readonly object[] }>(people.officer, `/dossiers/${code}/slips`);
    expect(slips).toMatchObject([
      { submission: 1, state: 'completion-wanted', faults },
      { submission: 2, submissionKind: 'supplement', state: 'replaced', changedFields: ['contract.totalDong'] },
      { submission: 3, submissionKind: 'replacement', state: 'withdrawn', changedFields: ['contract.totalDong'] },
      { submission: 4, state: 'received', changedFields: [] },
    ]);
    await agencies.post(people.tax, `/assessments/${code}/issue`);
    await atLand('notices-received');
  });

  it('that names its buyer by a passport (R7) is known, paid, booked and fulfilled by that number at every office', async () => {
    await lodge(freshDossier(e2e.today));
    await signed();
    const [buyer] = (await landView()).slip.buyers;
    const identityDocument = { kind: 'Hộ chiếu', number: 'X 1234567', issuedOn: '2024-01-01' };
    const { personalIdentificationNumber: _none, ...person } = buyer ?? {};
    const buyers = [{ ...person, identityDocument }];
    await agencies.post(people.officer, `/dossiers/${code}/replace-slip`, { reason: 'Người nước ngoài', buyers });
    await signed();
    await agencies.post(people.tax, `/assessments/${code}/issue`);
    await atLand('concluded');
    const { notices = [] } = await agencies.get<TaxView>(people.tax, `/assessments/${code}`);
    const rows = notices.flatMap(({ rows }) => rows).filter(({ payer }) => payer === 'buyer');
    expect(rows).toMatchObject([{ payerNumber: 'X 1234567', state: 'booked' }]);
    const types = await e2e.rows<{ type: string }>(
      'integration-bus',
      `select distinct type from log_entry where type like '%.v2' and type not like '%transfer-slip%' order by type`,
    );
    expect(types.map(({ type }) => type)).toEqual(
      ['collecting-bank.payment-information', 'land-registry.tax-results-available', 'tax.payable-items-published', 'tax.payment-notices-issued'].map((name) => `vn.lienthong.${name}.v2`), // prettier-ignore
    );
  });
});
