import type { BirthDeclaration, DeathDeclaration, SubDossier } from '@lienthong/contracts';
import { eventually } from '@lienthong/testing';
import {
  type Agencies,
  type CivilOffices,
  civilOffices,
  type CivilView,
  deriveCivilFile,
  type PersonRole,
  readCivilFile,
  setCivilPolicies,
} from '../../../tools/demo/src';
import type { E2eStack } from './e2e-stack';

/** What intake answers to a declaration. */
export interface Declared {
  readonly code: string;
  readonly repeated: boolean;
}

interface WorkPage {
  readonly items: readonly { readonly key: string }[];
}

const timeoutMs = 20_000;
let families = 0;

/** The desks of one commune for stories of civil status; every story has a family of its own. */
export class CivilStage {
  readonly agencies: Agencies;
  readonly offices: CivilOffices;

  constructor(private readonly e2e: E2eStack) {
    this.agencies = e2e.agencies();
    this.offices = civilOffices(this.birth(), e2e.today);
  }

  /** Who acts for a member at the commune of the stories, or at another office. */
  person(member: string, role: string, office = this.offices[member] ?? ''): PersonRole {
    return { member, role, office };
  }

  get clerk(): PersonRole {
    return this.person('intake', 'desk-clerk');
  }

  /** Signature, residence and hand-over wait for a person; the card comes by itself. */
  async decidePolicies(): Promise<void> {
    await setCivilPolicies(this.agencies, this.offices, false);
    const leader = this.person('health-insurance', 'agency-leader');
    await this.agencies.put(leader, '/policies/issue', { policy: 'automatic-when-clean' });
  }

  birth(): BirthDeclaration {
    return this.fresh('birth') as BirthDeclaration;
  }

  death(): DeathDeclaration {
    return this.fresh('death') as DeathDeclaration;
  }

  declare(kind: 'birth' | 'death', file: object, { clerk = this.clerk, channel = 'desk' } = {}): Promise<Declared> {
    return this.agencies.post<Declared>(clerk, `/dossiers/${kind}`, { ...file, channel });
  }

  view(code: string, clerk = this.clerk): Promise<CivilView> {
    return this.agencies.get<CivilView>(clerk, `/dossiers/${code}`);
  }

  /** Waits until the citizen's view of the dossier is as wanted; tells what it was last. */
  async until(code: string, is: (view: CivilView) => boolean, clerk = this.clerk): Promise<CivilView> {
    return eventually(
      async () => {
        const view = await this.view(code, clerk);
        return is(view) ? view : undefined;
      },
      { timeoutMs, describe: async () => `${code}: ${JSON.stringify(await this.view(code, clerk))}` },
    );
  }

  inState(code: string, state: number): Promise<CivilView> {
    return this.until(code, (view) => view.state === state);
  }

  branchIn(code: string, branch: string, state: number): Promise<CivilView> {
    return this.until(code, (view) => branchOf(view, branch)?.state === state);
  }

  /** Does what waits for a person: as soon as the dossier is on the work list of the step. */
  async act(person: PersonRole, step: string, code: string, work: { path: string; body?: object }): Promise<void> {
    await this.waits(person, step, code);
    await this.agencies.post(person, work.path, work.body);
  }

  /** The personal number of a child whose registration is drafted and not signed. */
  async draftedNumber(code: string): Promise<string> {
    const registrar = this.person('civil-status', 'registrar');
    await this.waits(registrar, 'register', code);
    const chain = await this.agencies.get<{ personalIdentificationNumber: string }>(registrar, `/chains/${code}`);
    return chain.personalIdentificationNumber;
  }

  private async waits(person: PersonRole, step: string, code: string): Promise<void> {
    const isListed = async (): Promise<boolean> => {
      const { items } = await this.agencies.get<WorkPage>(person, `/work-list?step=${step}&limit=100`);
      return items.some(({ key }) => key === code);
    };
    await eventually(isListed, { timeoutMs, describe: `${code} on the work list ${step} of ${person.member}` });
  }

  sign(code: string, office?: string): Promise<void> {
    return this.act(this.person('civil-status', 'civil-leader', office), 'register', code, {
      path: `/chains/${code}/register`,
    });
  }

  police(code: string, verb: 'register' | 'refuse' | 'want-supplement', body?: object): Promise<void> {
    const work = { path: `/registrations/${code}/${verb}`, ...(body && { body }) };
    return this.act(this.person('residence', 'residence-officer'), 'register', code, work);
  }

  async handOver(code: string): Promise<CivilView> {
    await this.inState(code, 9);
    await this.agencies.post(this.clerk, `/dossiers/${code}/hand-over`);
    return this.inState(code, 10);
  }

  /** Registers, registers the residence, issues the card, hands over. */
  async complete(code: string): Promise<CivilView> {
    await this.sign(code);
    await this.police(code, 'register');
    return this.handOver(code);
  }

  private fresh(kind: 'birth' | 'death'): object {
    families += 1;
    return deriveCivilFile(readCivilFile(kind, undefined, this.e2e.today), { index: families, tag: 'e' });
  }
}

export function branchOf({ subDossiers }: CivilView, branch: string): SubDossier | undefined {
  return subDossiers.find((sub) => sub.branch === branch);
}

export function kindsOf({ results }: CivilView): readonly string[] {
  return results.map(({ kind }) => kind).sort();
}
