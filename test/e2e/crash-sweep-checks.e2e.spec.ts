import { testInfrastructure } from '@lienthong/testing';
import { birthViolations, Databases } from '../../tools/crash-sweep/src';
import type { ServiceName } from '../../tools/local-infra/src';
import { CivilStage } from './support/civil-stage';
import { E2eStack } from './support/e2e-stack';

const MEMBERS: readonly ServiceName[] = ['intake', 'civil-status', 'residence', 'health-insurance'];

/** A row of a table once more, with some columns of its own. */
interface Planted {
  readonly what: string;
  readonly service: ServiceName;
  readonly table: string;
  readonly other: Readonly<Record<string, unknown>>;
  readonly found: RegExp;
}

const NUMBER = '075326999998';
const STRAY = 'H19.91.01-260803-9999';
const planted: readonly Planted[] = [
  {
    what: 'a second number',
    service: 'civil-status',
    table: 'population_number',
    other: { number: NUMBER },
    found: /2 instead of 1: personal number that was drawn/,
  },
  {
    what: 'a second card',
    service: 'health-insurance',
    table: 'health_card',
    other: { personal_identification_number: NUMBER, card_number: '7526999998' },
    found: /2 instead of 1: health insurance card/,
  },
  {
    what: 'a second residence',
    service: 'residence',
    table: 'resident',
    other: { personal_identification_number: NUMBER },
    found: /2 instead of 1: residence line/,
  },
];

describe('the checks of the crash sweep of births, on the databases of a chain that has ended', () => {
  let e2e: E2eStack;
  let databases: Databases;
  let paper: string;
  beforeAll(async () => {
    e2e = await E2eStack.start();
    const stage = new CivilStage(e2e);
    await stage.decidePolicies();
    const birth = stage.birth();
    paper = birth.proof.number ?? '';
    const { code } = await stage.declare('birth', birth);
    await stage.complete(code);
    await stage.branchIn(code, 'residence', 10);
    const postgres = { adminUrl: testInfrastructure().postgres, version: '', source: 'given' as const };
    databases = new Databases({ infra: { postgres }, run: e2e.run } as unknown as ConstructorParameters<
      typeof Databases
    >[0]);
  });
  afterAll(async () => {
    await databases?.close();
    await e2e?.close();
  });

  const faults = async (): Promise<readonly string[]> =>
    (await birthViolations(databases, MEMBERS, [paper])).map(({ text }) => text);

  it('find nothing where each child has one of everything', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each(planted)(
    'name $what that was planted, and nothing once it is gone',
    async ({ service, table, other, found }) => {
      const row = JSON.stringify(other);
      const key = Object.keys(other)[0] ?? '';
      await databases.rows(
        service,
        `insert into ${table} select (jsonb_populate_record(t, $1)).* from ${table} t limit 1`,
        [row],
      );
      expect(await faults()).toContainEqual(expect.stringMatching(found));
      await databases.rows(service, `delete from ${table} where ${key}::text = $1`, [other[key]]);
      expect(await faults()).toEqual([]);
    },
  );

  it('name a card that is lost, and a task that was left', async () => {
    const [card] = await databases.rows<{ row: object }>(
      'health-insurance',
      'delete from health_card c returning to_jsonb(c) as row',
    );
    expect(await faults()).toContainEqual(expect.stringMatching(/0 instead of 1: health insurance card/));
    await databases.rows(
      'health-insurance',
      'insert into health_card select * from jsonb_populate_record(null::health_card, $1)',
      [JSON.stringify(card?.row)],
    );
    await databases.rows(
      'civil-status',
      `insert into desk_task (id, kind, office, dossier_code, text, since)
       select gen_random_uuid(), 'officer-task', office, dossier_code, 'x', now() from civil_chain limit 1`,
    );
    expect(await faults()).toEqual([expect.stringMatching(/left behind: task of an officer/)]);
    await databases.rows('civil-status', 'update desk_task set closed_at = now()');
    expect(await faults()).toEqual([]);
  });

  it('name an entry of a birth that nobody declared; the register keeps it for ever', async () => {
    const entry = { dossier_code: STRAY, registration_number: '999/2026', page: 199, personal_number: NUMBER };
    await databases.rows(
      'civil-status',
      'insert into register_entry select (jsonb_populate_record(t, $1)).* from register_entry t limit 1',
      [JSON.stringify(entry)],
    );
    const found = await faults();
    expect(found).toContainEqual(
      expect.stringMatching(/entry in the birth register of .*-9999, which the desk does not know/),
    );
    expect(found).toContainEqual(expect.stringMatching(/register .* is at number 1 and has 2 entries/));
    await expect(
      databases.rows('civil-status', 'delete from register_entry where dossier_code = $1', [STRAY]),
    ).rejects.toThrow('never removed');
  });
});
