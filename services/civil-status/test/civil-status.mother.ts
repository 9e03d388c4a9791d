import { randomUUID } from 'node:crypto';
import {
  BirthDeclaredV1,
  type BirthDeclaration,
  type Child,
  DeathDeclaredV1,
  type DeathDeclaration,
  type SubDossier,
} from '@lienthong/contracts';
import { messageOf, type MessageClass } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { type ApiClient, eventually, type SentMessage, TestStage, withClient } from '@lienthong/testing';
import { BirthDeclaredHandler } from '../src/births/birth-declared.handler';
import { civilStatusService } from '../src/civil-status.service-definition';
import { DeathDeclaredHandler } from '../src/deaths/death-declared.handler';

/** Monday 3 August 2026, twenty past nine: the registrar of Trấn Biên. */
export const AT = '2026-08-03T09:20:00+07:00';
export const OFFICE = 'tran-bien';
export const DESK = 'bien-hoa';

const birth = messageOf(BirthDeclaredV1).example;
const death = messageOf(DeathDeclaredV1).example;

/** A child of its own for each number; the family is always the invented one. */
export function birthNumber(
  number: number,
  change: Partial<BirthDeclaration> = {},
  child: Partial<Child> = {},
): BirthDeclaredV1 {
  const { declaration } = birth;
  const ofIt = { ...declaration.child, name: `Nguyễn Lê ${names[number % names.length]}`, ...child };
  const mother = declaration.mother && { ...declaration.mother, personalIdentificationNumber: personOf(number, '195') };
  const proof = { ...declaration.proof, number: `GCS-2026-${digits(number, 6)}` };
  const own = { ...declaration, proof, child: ofIt, ...(mother && { mother }), ...change };
  return { ...birth, dossierCode: `H19.91.01-260803-${digits(number, 4)}`, declaration: own };
}

export function deathNumber(number: number, change: Partial<DeathDeclaration> = {}): DeathDeclaredV1 {
  const { declaration } = death;
  const deceased = { ...declaration.deceased, personalIdentificationNumber: personOf(number, '040') };
  const dossierCode = `H19.91.01-260803-${digits(number, 4)}`;
  return { ...death, dossierCode, declaration: { ...declaration, deceased, ...change } };
}

/** What a spec looks at in a chain. */
export interface ChainView {
  readonly status: string;
  readonly dossierCode: string;
  readonly dueAt: string;
  readonly personalIdentificationNumber: string;
  readonly note?: string;
  readonly entry: { readonly registeredBy: string };
  readonly subDossiers: readonly SubDossier[];
  readonly results: readonly object[];
  readonly history: readonly object[];
}

/** The service with the calls that its stories are made of. */
export class CivilStage {
  private constructor(
    readonly stage: TestStage,
    private people: readonly ApiClient[],
  ) {}

  get registrar(): ApiClient {
    return this.person(0);
  }

  get leader(): ApiClient {
    return this.person(1);
  }

  get head(): ApiClient {
    return this.person(2);
  }

  /** Time passes: the service's clock goes on at that instant, and everybody logs in anew. */
  async passTo(at: string): Promise<void> {
    const clock = this.stage.service.running.app.get(Clock, { strict: false });
    Object.assign(clock, { offsetMs: Date.parse(at) - Date.now() });
    this.people = await peopleOf(this.stage);
  }

  private person(index: number): ApiClient {
    const found = this.people[index];
    if (!found) throw new Error('nobody is logged in');
    return found;
  }

  static async open(variables: Readonly<Record<string, string>> = {}, at = AT): Promise<CivilStage> {
    const fast = { TIMER_POLL_MS: '20', NUMBER_AGAIN_MS: '50', SURPLUS_LOOK_MS: '100', POPULATION_LATE_MS: '300' };
    const stage = await TestStage.open(civilStatusService, {
      at,
      office: OFFICE,
      variables: { ...fast, ...variables },
    });
    return new CivilStage(stage, await peopleOf(stage));
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  declareBirth(body: BirthDeclaredV1, office = OFFICE): Promise<void> {
    return this.stage.handle(BirthDeclaredHandler, { body, sender: 'intake', senderOffice: DESK, office });
  }

  declareDeath(body: DeathDeclaredV1, office = OFFICE): Promise<void> {
    return this.stage.handle(DeathDeclaredHandler, { body, sender: 'intake', senderOffice: DESK, office });
  }

  /** An agency answers about its branch. */
  answer<B extends object>(
    handler: new (...collaborators: never[]) => { handle(message: never): Promise<void> },
    of: new () => B,
    { about, branch, change = {}, office }: { about: string; branch: string; change?: Partial<B>; office: string },
  ): Promise<void> {
    const { owner, example } = messageOf(of as MessageClass<B>);
    const body: B = { ...example, dossierCode: about, subDossierCode: `${about}/${branch}`, ...change };
    return this.stage.handle(handler, { id: randomUUID(), body, sender: owner, senderOffice: office });
  }

  async view(code: string): Promise<ChainView> {
    return (await this.registrar.get<ChainView>(`/chains/${code}`)).body;
  }

  async waitFor(code: string, status: string, as: ApiClient = this.registrar): Promise<ChainView> {
    const seen = async (): Promise<ChainView | undefined> => {
      const { body } = await as.get<ChainView>(`/chains/${code}`);
      return body.status === status ? body : undefined;
    };
    return eventually(seen, { describe: `${code} ${status}` });
  }

  /** Waits until the population database knows that those numbers of a dossier, and no others, are not in use. */
  async eventuallyUnused(code: string, numbers: readonly string[]): Promise<void> {
    const sql = 'select number from population_number where dossier_code = $1 and unused order by number';
    const unused = async (): Promise<boolean> => {
      const rows = await this.query<{ number: string }>(sql, [code]);
      return rows.map(({ number }) => number).join() === [...numbers].sort().join();
    };
    await eventually(unused, { describe: `unused numbers of ${code}` });
  }

  /** Registers a birth with all that the officers do. */
  async registered(body: BirthDeclaredV1): Promise<ChainView> {
    await this.declareBirth(body);
    await this.waitFor(body.dossierCode, 'drafted');
    return (await this.leader.post<ChainView>(`/chains/${body.dossierCode}/register`)).body;
  }

  async registeredDeath(body: DeathDeclaredV1): Promise<ChainView> {
    await this.declareDeath(body);
    return (await this.leader.post<ChainView>(`/chains/${body.dossierCode}/register`)).body;
  }

  async sent(name: string, code: string): Promise<readonly SentMessage[]> {
    return this.stage.sent(name, code);
  }

  async query<R>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return withClient(
      this.stage.service.database.appUrl,
      async (client) => (await client.query(sql, [...values])).rows as R[],
    );
  }
}

function peopleOf(stage: TestStage): Promise<readonly ApiClient[]> {
  return Promise.all(['registrar', 'civil-leader', 'agency-leader'].map((role) => stage.as(role)));
}

const names = [
  'An',
  'Bình',
  'Cường',
  'Dung',
  'Giang',
  'Hà',
  'Hòa',
  'Khang',
  'Lan',
  'Minh',
  'Nam',
  'Oanh',
  'Phúc',
  'Quý',
] as const;

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

function personOf(number: number, kind: string): string {
  return `075${kind}${digits(number, 6)}`;
}
