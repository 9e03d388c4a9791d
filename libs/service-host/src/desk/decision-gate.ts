import { Inject, Injectable } from '@nestjs/common';
import { Clock, instantText } from '@lienthong/kernel';
import { type EntityClass, UnitOfWork } from '@lienthong/persistence';
import type { Request, Response } from 'express';
import { createValidationPipe } from '../http/validation.pipe';
import { SERVICE_DEFINITION } from '../host/tokens';
import { type Actor, actorOf } from '../security/actor';
import type { ServiceDefinition } from '../service-definition';
import type { AboutRow } from './decides.decorator';
import { requireUnclaimed } from './desk-claims';
import { deskId } from './desk.definition';
import { deskErrors } from './desk.errors';
import { DeskPeople } from './desk-people';
import { DecisionReason } from './desk.requests';
import { officesOf } from './desk-standing';
import { etagOf } from './work-list.query';

/** The row that a request is about. */
export type RowAsked = AboutRow & { readonly row: EntityClass };

/** Who decides about one row of several, and about which version of it. */
export interface RowDecision {
  readonly etag: string;
  readonly actor: Actor;
}

interface Standing {
  readonly office: string;
  readonly state: string;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly claimedBy: string | null;
  readonly claimedName: string | null;
  readonly claimedAt: Date | null;
}

const STANDING = `
select office, state, version, changed_by as "changedBy", changed_at as "changedAt", claimed_by as "claimedBy",
    claimed_name as "claimedName", claimed_at as "claimedAt"
  from desk_entry where id = $1`;
const pipe = createValidationPipe();

/** Lets a decision pass that was made about what stands now, by who may make it; shows the version of what is shown. */
@Injectable()
export class DecisionGate {
  constructor(
    @Inject(SERVICE_DEFINITION) private readonly definition: ServiceDefinition,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: DeskPeople,
    private readonly clock: Clock,
  ) {}

  /** Who asks is known to the agency from now on, as the token says. */
  meet(request: Request): Promise<void> {
    return this.people.remember(actorOf(request));
  }

  /**
   * Inside the unit of work of the decision. The row is locked first: whatever changes it also raises its version, so that
   * what is compared here stands until the commit. What is unknown, or another office's, is left to the endpoint to refuse.
   * @throws desk.VERSION_MISSING, desk.CHANGED_MEANWHILE, desk.CLAIMED_BY_ANOTHER
   */
  async admit(about: RowAsked, request: Request, response: Response): Promise<void> {
    const key = keyIn(about, request);
    const actor = actorOf(request);
    const standing = key === undefined || !actor ? undefined : await this.locked(about.row, key, actor);
    if (!standing || !actor) return;
    response.setHeader('etag', etagOf(standing.version));
    requireLookedAt(standing, request.get('if-match'));
    requireUnclaimed(standing, actor);
    response.removeHeader('etag');
  }

  /** The same for one row of several that a request decides about, each named with the version that was looked at. */
  async pass(row: EntityClass, key: string, { etag, actor }: RowDecision): Promise<void> {
    const standing = await this.locked(row, key, actor);
    if (!standing) return;
    requireLookedAt(standing, etag);
    requireUnclaimed(standing, actor);
  }

  /** What the version of the row was when the answer was made. */
  async show(about: RowAsked, request: Request, response: Response): Promise<void> {
    const key = keyIn(about, request);
    const standing = key === undefined ? undefined : await this.standing(about.row, key);
    if (standing) response.setHeader('etag', etagOf(standing.version));
  }

  private async locked(row: EntityClass, key: string, { office }: Actor): Promise<Standing | undefined> {
    const { desk } = this.definition;
    if (!desk || !(await this.unitOfWork.find(row, key))) return undefined;
    const standing = await this.standing(row, key);
    return standing && officesOf(desk, office, this.clock.now()).includes(standing.office) ? standing : undefined;
  }

  private async standing(row: EntityClass, key: string): Promise<Standing | undefined> {
    const track = this.definition.desk?.tracks.find((one) => one.row === row);
    if (!track) return undefined;
    const [standing] = await this.unitOfWork.query<Standing>(STANDING, [deskId(track, key)]);
    return standing;
  }
}

/** @throws desk.VERSION_MISSING, desk.CHANGED_MEANWHILE */
function requireLookedAt({ version, state, changedBy: by, changedAt }: Standing, named: string | undefined): void {
  const etag = etagOf(version);
  if (named === undefined) throw deskErrors.VERSION_MISSING({ etag, state });
  if (named !== etag) throw deskErrors.CHANGED_MEANWHILE({ etag, state, by, at: instantText(changedAt) });
}

/** What the person says about the decision. @throws http.INPUT_INVALID */
export async function reasonIn(request: Request): Promise<string | undefined> {
  const { reason } = (request.body ?? {}) as { readonly reason?: unknown };
  if (reason === undefined) return undefined;
  const checked = (await pipe.transform({ reason }, { type: 'body', metatype: DecisionReason })) as DecisionReason;
  return checked.reason;
}

function keyIn({ param, field, key }: RowAsked, request: Request): string | undefined {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const value = param === undefined ? body[field ?? ''] : request.params[param];
  if (typeof value !== 'string' || value === '' || value.includes('\0')) return undefined;
  return key ? key(actorOf(request)?.office ?? '', value) : value;
}
