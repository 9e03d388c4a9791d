import { Inject, Injectable } from '@nestjs/common';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, requireOffice } from '../security/actor';
import { SERVICE_DEFINITION } from '../host/tokens';
import type { ServiceDefinition } from '../service-definition';
import { deskErrors } from './desk.errors';
import { DeskPeople } from './desk-people';
import { writeDesk } from './desk-tables';
import type { Claim } from './work-list.query';

/** A piece of work as the list names it. */
export interface WorkName {
  readonly kind: string;
  readonly key: string;
}

/** To whom work is given, and why. */
export interface Reassignment {
  readonly toPerson: string;
  readonly toName: string;
  readonly reason: string;
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly subject: string;
  readonly office: string;
  readonly state: string;
  readonly step: string | null;
  readonly claimedBy: string | null;
  readonly claimedName: string | null;
  readonly claimedAt: Date | null;
}

interface Holder {
  readonly id: string;
  readonly name: string;
}

const LOCKED = `
select id, kind, key, subject, office, state, step, claimed_by as "claimedBy", claimed_name as "claimedName",
    claimed_at as "claimedAt"
  from desk_entry where id = $1 for update`;
const HOLD = 'update desk_entry set claimed_by = $2, claimed_name = $3, claimed_at = $4 where id = $1';

/** Who does which piece of waiting work: of two officers who claim it one gets it, and the other is told who has it. */
@Injectable()
export class DeskClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: DeskPeople,
    private readonly clock: Clock,
    @Inject(SERVICE_DEFINITION) private readonly definition: ServiceDefinition,
  ) {}

  /** Claiming again what one has changes nothing. @throws desk.CLAIMED_BY_ANOTHER, desk.NOTHING_WAITS */
  async claim(work: WorkName, actor: Actor): Promise<Claim> {
    const entry = await this.waiting(work, actor);
    if (entry.claimedBy === actor.id) return claimOf(entry);
    requireUnclaimed(entry, actor);
    return this.give(entry, { id: actor.id, name: actor.name }, { by: actor.id });
  }

  /** @throws desk.CLAIMED_BY_ANOTHER, desk.NOT_CLAIMED, desk.NOTHING_WAITS */
  async release(work: WorkName, actor: Actor): Promise<void> {
    const entry = await this.waiting(work, actor);
    if (entry.claimedBy === null) throw deskErrors.NOT_CLAIMED();
    requireUnclaimed(entry, actor);
    await this.unitOfWork.client.query(HOLD, [entry.id, null, null, null]);
    await this.tell(entry, { by: actor.id, fields: ['claimedBy'] });
  }

  /**
   * The leader gives the work to somebody of the office who may do it, whoever has it: a colleague is absent.
   * @throws desk.NOTHING_WAITS, desk.PERSON_UNFIT
   */
  async reassign(work: WorkName, { toPerson, toName, reason }: Reassignment, leader: Actor): Promise<Claim> {
    const entry = await this.waiting(work, leader);
    await this.requireFit(toPerson, entry);
    return this.give(entry, { id: toPerson, name: toName }, { by: leader.id, reason });
  }

  private async requireFit(person: string, { office, step }: Entry): Promise<void> {
    const { desk } = this.definition;
    const roles = desk?.doneBy?.[step ?? ''] ?? desk?.roles ?? [];
    if (await this.people.isFit(person, { office, roles })) return;
    throw deskErrors.PERSON_UNFIT({ person, step: step ?? '-', office, roles });
  }

  private async give(entry: Entry, holder: Holder, act: { by: string; reason?: string }): Promise<Claim> {
    const at = this.clock.now();
    await this.unitOfWork.client.query(HOLD, [entry.id, holder.id, holder.name, at]);
    await this.tell(entry, { ...act, fields: [`claimedBy=${holder.id}`] });
    return { ...holder, at: instantText(at) };
  }

  private async waiting({ kind, key }: WorkName, actor: Actor): Promise<Entry> {
    const { rows } = await this.unitOfWork.client.query<Entry>(LOCKED, [`${kind}|${key}`]);
    const [entry] = rows;
    if (!entry?.step) throw deskErrors.NOTHING_WAITS({ kind, key });
    requireOffice(actor, entry.office);
    return entry;
  }

  /** Who has work, and who took it away, is part of its history. */
  private async tell(
    { subject, kind, key, office, state }: Entry,
    act: { readonly by: string; readonly reason?: string; readonly fields: readonly string[] },
  ): Promise<void> {
    const { by, reason, fields } = act;
    const at = this.clock.now();
    const line = { subject, kind, key, office, before: state, state, fields, by, at, messageId: undefined, reason };
    await writeDesk(this.unitOfWork.client, { lines: [{ ...line, rules: [] }], entries: [], terms: [] });
  }
}

/** @throws desk.CLAIMED_BY_ANOTHER naming who has the work */
export function requireUnclaimed(
  { claimedBy, claimedName, claimedAt }: Pick<Entry, 'claimedBy' | 'claimedName' | 'claimedAt'>,
  actor: Actor,
): void {
  if (claimedBy === null || claimedBy === actor.id) return;
  const at = claimedAt ? instantText(claimedAt) : '-';
  throw deskErrors.CLAIMED_BY_ANOTHER({ holder: claimedBy, holderName: claimedName ?? claimedBy, at });
}

function claimOf({ claimedBy, claimedName, claimedAt }: Entry): Claim {
  return { id: claimedBy ?? '', name: claimedName ?? '', at: claimedAt ? instantText(claimedAt) : '' };
}
