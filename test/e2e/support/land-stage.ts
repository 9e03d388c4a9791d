import { eventually } from '@lienthong/testing';
import {
  type Agencies,
  type Assessment,
  type BranchOffices,
  type DossierFile,
  type PersonRole,
  PROCEDURE,
  positionOf,
  registerParcels,
  roles,
  setPolicies,
} from '../../../tools/demo/src';
import type { E2eStack } from './e2e-stack';
import { freshDossier } from './story';
import { w2Data } from './w2.mother';

/** What the land office shows of a dossier, as far as the stories look at it. */
export interface LandView {
  readonly status: string;
  readonly slip: { readonly slipId: string; readonly contract: { readonly totalDong: string } };
  readonly notices: readonly { readonly number: string; readonly rows: readonly { dossierCode?: string }[] }[];
  readonly slipFaults?: readonly { readonly rule: string }[];
  readonly deferredItems?: readonly object[];
}

/** A dossier that was handed in at the desk. */
export interface Filed {
  readonly code: string;
  readonly file: DossierFile;
}

const timeoutMs = 30_000;
const RUNNING_BY_THEMSELVES = [
  ['treasury', 'book'],
  ['land-registry', 'sign-certificate'],
] as const;

/** The people at the offices of one commune, for many dossiers side by side; the treasury books by itself. */
export class LandStage {
  readonly agencies: Agencies;
  readonly offices: BranchOffices;

  constructor(
    readonly e2e: E2eStack,
    private readonly communeCode = w2Data().parcels[0]?.['communeCode'] as string,
  ) {
    this.agencies = e2e.agencies();
    this.offices = e2e.offices(communeCode);
  }

  get clerk(): PersonRole {
    return roles.deskClerk(this.offices.intake);
  }

  get landOfficer(): PersonRole {
    return roles.landOfficer(this.offices.land);
  }

  get landLeader(): PersonRole {
    return roles.landLeader(this.offices.land);
  }

  get taxOfficer(): PersonRole {
    return roles.taxOfficer(this.offices.tax);
  }

  async open(): Promise<void> {
    await setPolicies(this.agencies, this.offices, false);
    for (const [member, step] of RUNNING_BY_THEMSELVES) {
      const office = member === 'treasury' ? this.offices.treasury : this.offices.land;
      await this.agencies.put(roles.leader(member, office), `/policies/${step}`, { policy: 'automatic-when-clean' });
    }
  }

  /** A dossier of its own parcel and persons at the commune. */
  newFile(): DossierFile {
    const data = w2Data();
    return freshDossier(this.e2e.today, { ...data, parcels: [{ ...data.parcels[0], communeCode: this.communeCode }] });
  }

  /** At the desk, checked by the land office, with a slip that waits for its leader. */
  async filed(file = this.newFile()): Promise<Filed> {
    await registerParcels(this.agencies, this.offices, [file]);
    return this.handedIn(file);
  }

  /** Like `filed`, of parcels that are known already. */
  async handedIn(file: DossierFile): Promise<Filed> {
    const { sellers, buyers, contract, certificate } = file;
    const { code } = await this.agencies.post<{ code: string }>(this.clerk, '/dossiers', {
      ...{ procedure: PROCEDURE, sellers, buyers, contract, certificate, submitter: { name: buyers[0]?.name ?? '' } },
      parcels: file.parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
    });
    await this.atLand(code, 'slip-drafted');
    return { code, file };
  }

  /** The leader signs the slip that waits; the tax office has assessed it, or has sent it back. */
  async signed(code: string, states: readonly string[] = ['assessed']): Promise<string> {
    await this.agencies.post(this.landLeader, `/dossiers/${code}/sign-slip`);
    const { slipId } = (await this.land(code)).slip;
    const isAnswered = async (): Promise<boolean> => {
      const view = await this.tax<{ slipId: string; state: string }>(code);
      return view.slipId === slipId && states.includes(view.state);
    };
    await eventually(isAnswered, { timeoutMs, describe: `slip of ${code} ${states.join(' or ')} at tax` });
    return slipId;
  }

  /** A dossier whose notices are issued and announced. */
  async noticed(): Promise<Filed> {
    const filed = await this.filed();
    await this.signed(filed.code);
    await this.issued(filed.code);
    return filed;
  }

  async issued(code: string): Promise<void> {
    await this.atLand(code, 'slip-received');
    await this.agencies.post(this.taxOfficer, `/assessments/${code}/issue`);
    await this.inState(code, 6);
  }

  /** What a second officer confirms, and is issued then. */
  async claimed(code: string, claims: readonly object[]): Promise<void> {
    await this.agencies.put(this.taxOfficer, `/assessments/${code}/claims`, { claims });
    await this.agencies.post(roles.leader('tax', this.offices.tax), `/assessments/${code}/confirmation`);
    await this.atLand(code, 'slip-received');
    await this.agencies.post(this.taxOfficer, `/assessments/${code}/issue`);
  }

  /** The payer pays the item at the bank as soon as it is known there. */
  async paid(payableItemId: string): Promise<void> {
    const pay = (): Promise<object> =>
      this.agencies.post<object>(roles.payer(), '/payments', { payableItemIds: [payableItemId] });
    await eventually(pay, { timeoutMs, describe: `item ${payableItemId} at the bank` });
  }

  land(code: string): Promise<LandView> {
    return this.agencies.get(this.landOfficer, `/dossiers/${code}`);
  }

  tax<T = Assessment>(code: string): Promise<T> {
    return this.agencies.get(this.taxOfficer, `/assessments/${code}`);
  }

  desk<T = { readonly state: number; readonly states: readonly number[] }>(code: string): Promise<T> {
    return this.agencies.get(this.clerk, `/dossiers/${code}`);
  }

  async itemOf(code: string, kind: string): Promise<string> {
    const { notices } = await this.tax(code);
    return notices.find((notice) => notice.kind === kind)?.rows[0]?.payableItemId ?? '';
  }

  /** What the citizens were told, as event and recipient. */
  async told(code: string): Promise<readonly string[]> {
    const { items } = await this.agencies.get<{ items: { event: string; recipient: string }[] }>(
      this.clerk,
      `/dossiers/${code}/notices`,
    );
    return items.map(({ event, recipient }) => `${event} ${recipient}`).sort();
  }

  async toldAtLast(code: string, wanted: readonly string[]): Promise<void> {
    const last = async (): Promise<string> => `told of ${code}: ${(await this.told(code)).join(', ')}`;
    const isTold = async (): Promise<boolean> => {
      const told = await this.told(code);
      return wanted.every((one) => told.includes(one));
    };
    await eventually(isTold, { timeoutMs, describe: last });
    expect(await this.told(code)).toEqual([...wanted].sort());
  }

  /** Messages of this name about the dossier that the bus has logged. */
  async logged(name: string, code: string): Promise<number> {
    const sql = `select 1 from log_entry where kind = 'accepted' and type like $1 and subject = $2`;
    return (await this.e2e.rows('integration-bus', sql, [`%.${name}.v%`, code])).length;
  }

  atLand(code: string, status: string): Promise<LandView> {
    return eventually(
      async () => {
        const view = await this.land(code).catch(() => undefined);
        return view?.status === status ? view : undefined;
      },
      { timeoutMs, describe: async () => `${code} ${status} at land; it is ${JSON.stringify(await this.land(code))}` },
    );
  }

  async inState(code: string, state: number): Promise<void> {
    const is = async (): Promise<boolean> => (await this.desk(code)).state === state;
    const last = async (): Promise<string> => `${code} in ${state}: ${JSON.stringify(await this.desk(code))}`;
    await eventually(is, { timeoutMs, describe: last });
  }

  async task(person: PersonRole, kind: string, code: string): Promise<string> {
    return eventually(
      async () => {
        const { items } = await this.agencies.get<{ items: { dossierCode: string; text: string }[] }>(
          person,
          `/tasks?kind=${kind}&limit=100`,
        );
        return items.find(({ dossierCode }) => dossierCode === code)?.text;
      },
      { timeoutMs, describe: `the ${kind} about ${code} at ${person.member}` },
    );
  }
}
