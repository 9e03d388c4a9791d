import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { comparableName } from '../births/names.rules';
import { CivilStatusConfig } from '../civil-status.config';
import { civilErrors } from '../civil-status.errors';
import type { PopulationAnswer } from './local-population.state';
import { personalNumber } from './personal-number.rules';
import { type NumberAnswer, type NumberWanted, PopulationDatabase } from './population-database';

type Client = Awaited<ReturnType<Database['client']>>['client'];
interface FirstOne {
  readonly dossier_code: string;
  readonly office: string;
}

const GIVEN =
  'select number from population_number where dossier_code = $1 and shown_at <= $2 order by shown_at, number';
const SAME_CHILD = `
select dossier_code, office from population_number
 where (child_key = $1 or person_key = $2) and not unused and dossier_code <> $3 limit 1`;
const KEEP = `
insert into population_number (number, dossier_code, office, child_key, person_key, shown_at, unused)
values ($1, $2, $3, $4, $5, $6, false) on conflict (number) do nothing`;
/** Allocations for one child wait for each other, wherever they come from. */
const ONE_CHILD_AT_A_TIME = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

/**
 * Local stand-in for the population database, on a table of its own and with a connection of its own: a new number at each
 * allocation, answered as the configuration says in turn. It knows every child that has a number, in whatever commune.
 */
@Injectable()
export class LocalPopulationDatabase extends PopulationDatabase {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: CivilStatusConfig,
  ) {
    super();
  }

  given(dossierCode: string): Promise<readonly NumberAnswer[]> {
    return this.connected((client) => this.shown(client, dossierCode));
  }

  allocate(wanted: NumberWanted): Promise<readonly NumberAnswer[]> {
    return this.connected(async (client) => {
      const answer = await this.nextAnswer(client);
      if (answer === 'down') throw civilErrors.POPULATION_DATABASE_AWAY();
      await client.query('begin');
      try {
        const refusal = await this.give(client, wanted, answer);
        await client.query('commit');
        if (refusal) return [refusal];
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      return answer === 'lost' || answer === 'late' ? [] : this.shown(client, wanted.dossierCode);
    });
  }

  async reportUnused(dossierCode: string, numbers: readonly string[]): Promise<void> {
    const sql = 'update population_number set unused = true where dossier_code = $1 and number = any($2::text[])';
    await this.connected((client) => client.query(sql, [dossierCode, [...numbers]]));
  }

  /** Keeps the numbers that this answer takes, or says who has one for the child. */
  private async give(
    client: Client,
    wanted: NumberWanted,
    answer: PopulationAnswer,
  ): Promise<NumberAnswer | undefined> {
    const person = personKey(wanted) ?? null;
    await client.query(ONE_CHILD_AT_A_TIME, [person ?? wanted.childKey]);
    const { rows } = await client.query(SAME_CHILD, [wanted.childKey, person, wanted.dossierCode]);
    const [first] = rows as readonly FirstOne[];
    if (first) return { kind: 'refused', firstDossierCode: first.dossier_code, firstOffice: first.office };
    const shownAt = new Date(this.clock.now().getTime() + (answer === 'late' ? this.config.populationLateMs : 0));
    for (let left = answer === 'twice' ? 2 : 1; left > 0;) {
      const number = personalNumber({ province: this.config.personalNumberProvince, ...wanted }, randomInt);
      const { dossierCode, office, childKey } = wanted;
      const { rowCount } = await client.query(KEEP, [number, dossierCode, office, childKey, person, shownAt]);
      left -= rowCount ?? 0;
    }
    return undefined;
  }

  private async shown(client: Client, dossierCode: string): Promise<readonly NumberAnswer[]> {
    const { rows } = await client.query(GIVEN, [dossierCode, this.clock.now()]);
    return (rows as readonly { readonly number: string }[]).map(({ number }) => ({ kind: 'number', number }));
  }

  private async nextAnswer(client: Client): Promise<PopulationAnswer> {
    const { populationAnswers: answers } = this.config;
    const { rows } = await client.query(`select nextval('population_answer')::integer as turn`);
    const [{ turn } = { turn: 1 }] = rows as readonly { readonly turn: number }[];
    return answers[(turn - 1) % answers.length] ?? 'prompt';
  }

  private async connected<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const { client, release } = await this.database.client();
    try {
      return await work(client);
    } finally {
      release();
    }
  }
}

/** Name, birth and mother: the same child under another paper. */
function personKey({ name, birthDate, sex, motherNumber }: NumberWanted): string | undefined {
  return motherNumber && [comparableName(name), birthDate, sex, motherNumber].join('|');
}
