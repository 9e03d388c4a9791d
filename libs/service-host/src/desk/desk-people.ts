import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { SERVICE_DEFINITION } from '../host/tokens';
import { StaffDirectory } from '../keys/staff-directory';
import type { Actor } from '../security/actor';
import type { ServiceDefinition } from '../service-definition';

const REMEMBER = `
insert into desk_person as p (id, name, office, roles, seen_at) values ($1, $2, $3, $4, $5)
on conflict (id) do update set name = excluded.name, office = excluded.office, roles = excluded.roles, seen_at = excluded.seen_at
  where (p.name, p.office, p.roles) is distinct from (excluded.name, excluded.office, excluded.roles)`;
const OF_OFFICE = 'select 1 from desk_person where id = $1 and office = $2 and roles && $3';

/** Where somebody has to be, and what he may do, to be given a piece of work. */
export interface Fitness {
  readonly office: string;
  /** One of these. */
  readonly roles: readonly string[];
}

/**
 * The people of the agency as far as it knows them: whom tokens of an issuer outside have named, by what the last one said, and
 * who has a key to sign with. There is no list of staff to ask.
 */
@Injectable()
export class DeskPeople {
  private readonly known = new Map<string, string>();

  constructor(
    @Inject(SERVICE_DEFINITION) private readonly definition: ServiceDefinition,
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  /** Written when a token says something new, apart from the request's own transaction: it is so whatever becomes of that. */
  async remember(actor: Actor | undefined): Promise<void> {
    if (!actor || actor.isSystem || !this.definition.desk) return;
    const { id, name, office } = actor;
    const roles = [...actor.roles].sort();
    const said = JSON.stringify([name, office, roles]);
    if (this.known.get(id) === said) return;
    await this.database.query(REMEMBER, [id, name, office, roles, this.clock.now()]);
    this.known.set(id, said);
  }

  /** Whether the person works at that office and has one of these roles. */
  async isFit(person: string, { office, roles }: Fitness): Promise<boolean> {
    const signer = this.staff.personOf(this.definition.member, person);
    if (signer?.office === office && signer.roles.some((role) => roles.includes(role))) return true;
    return (await this.database.query(OF_OFFICE, [person, office, roles])).length > 0;
  }
}
