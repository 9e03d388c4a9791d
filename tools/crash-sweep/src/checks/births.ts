import type { ServiceName } from '../../../local-infra/src';
import type { Databases } from '../stage/databases';
import { type BirthBooks, birthFaults } from './births.rules';
import type { DossierRow } from './dossiers.rules';
import { messageCounts } from './message-counts';
import type { Violation } from './violation';

interface Question {
  readonly what: string;
  readonly service: ServiceName;
  readonly sql: string;
}

const DOSSIERS = `select code, state, content -> 'proof' ->> 'number' as paper from dossier`;

/** What each birth has exactly once. A number is never removed: one that was drawn twice stays. */
const once: readonly Question[] = [
  {
    what: 'completed chain at the desk',
    service: 'intake',
    sql: `select code from dossier where outcome ->> 'kind' = 'completed'`,
  },
  { what: 'declared birth', service: 'intake', sql: 'select dossier_code as code from declared_act' },
  {
    what: 'chain that is handed over',
    service: 'civil-status',
    sql: `select dossier_code as code, personal_number as number from civil_chain
      where status = 'handed-over' and outcome = 'completed'`,
  },
  {
    what: 'claim to the child',
    service: 'civil-status',
    sql: 'select dossier_code as code from act_claim where dossier_code is not null',
  },
  {
    what: 'personal number in use',
    service: 'civil-status',
    sql: 'select dossier_code as code, number from number_allocation where number is not null',
  },
  {
    what: 'personal number that was drawn',
    service: 'civil-status',
    sql: 'select dossier_code as code, number from population_number',
  },
  {
    what: 'entry in the birth register',
    service: 'civil-status',
    sql: `select dossier_code as code, personal_number as number from register_entry where kind = 'birth'`,
  },
  {
    what: 'residence that is registered',
    service: 'residence',
    sql: `select dossier_code as code, birth ->> 'personalIdentificationNumber' as number from registration
      where state = 'registered'`,
  },
  {
    what: 'residence line',
    service: 'residence',
    sql: `select dossier_code as code, personal_identification_number as number from resident where state = 'active'`,
  },
  {
    what: 'card request that is issued',
    service: 'health-insurance',
    sql: `select dossier_code as code, birth ->> 'personalIdentificationNumber' as number from card_request
      where state = 'issued'`,
  },
  {
    what: 'health insurance card',
    service: 'health-insurance',
    sql: `select dossier_code as code, personal_identification_number as number from health_card
      where state = 'active'`,
  },
];

/** What may not wait any more when every dossier is handed over. */
const gone: readonly Question[] = [
  {
    what: 'timer of a step',
    service: 'civil-status',
    sql: `select subject as code from timer where kind = 'step' and due_at is not null`,
  },
  {
    what: 'task of an officer',
    service: 'civil-status',
    sql: 'select dossier_code as code from desk_task where closed_at is null',
  },
  { what: 'work of the police', service: 'residence', sql: 'select key as code from residence_work' },
  { what: 'work of social insurance', service: 'health-insurance', sql: 'select key as code from insurance_work' },
];

const DRAWN = `select y.key as register, y.last_number as last, count(e.dossier_code)::int as entries
  from register_year y left join register_entry e on e.office = y.office and e.kind = y.kind
  group by y.key, y.last_number`;

/** Numbers for which the population database has to be asked again: a dead process keeps the timer for some seconds. */
export const awaitedNumbers: Question = {
  what: 'numbers awaited',
  service: 'civil-status',
  sql: `select dossier_code as code from number_allocation where number is null and refused_for is null`,
};

export async function birthViolations(
  databases: Databases,
  members: readonly ServiceName[],
  papers: readonly string[],
): Promise<Violation[]> {
  const ask = async ({ what, service, sql }: Question): Promise<BirthBooks['places'][number]> => ({
    what,
    rows: await databases.rows<{ code: string; number?: string }>(service, sql),
  });
  const [dossiers, places, left, drawn, messages] = await Promise.all([
    databases.rows<DossierRow>('intake', DOSSIERS),
    Promise.all(once.map(ask)),
    Promise.all(gone.map(ask)),
    databases.rows<BirthBooks['drawn'][number]>('civil-status', DRAWN),
    messageCounts(databases, members),
  ]);
  const stillThere = left.flatMap(({ what, rows }) => rows.map(({ code }) => ({ what, code })));
  return birthFaults({ dossiers, places, messages, left: stillThere, drawn }, papers);
}
