import { Inject, Injectable } from '@nestjs/common';
import { Clock, instantText } from '@lienthong/kernel';
import { type EntityClass, UnitOfWork } from '@lienthong/persistence';
import type { Request, Response } from 'express';
import { createValidationPipe } from '../http/validation.pipe';
import { SERVICE_DEFINITION } from '../host/tokens';
import { actorOf } from '../security/actor';
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
    if (key === undefined || !(await this.unitOfWork.find(about.row, key))) return;
    const standing = await this.standing(about.row, key);
    const actor = actorOf(request);
    const { desk } = this.definition;
    if (!standing || !actor || !desk) return;
    if (!officesOf(desk, actor.office, this.clock.now()).includes(standing.office)) return;
    const etag = etagOf(standing.version);
    response.setHeader('etag', etag);
    const { state, changedBy: by, changedAt } = standing;
    const named = request.get('if-match');
    if (named === undefined) throw deskErrors.VERSION_MISSING({ etag, state });
    if (named !== etag) throw deskErrors.CHANGED_MEANWHILE({ etag, state, by, at: instantText(changedAt) });
    requireUnclaimed(standing, actor);
    response.removeHeader('etag');
  }

  /** What the version of the row was when the answer was made. */
  async show(about: RowAsked, request: Request, response: Response): Promise<void> {
    const key = keyIn(about, request);
    const standing = key === undefined ? undefined : await this.standing(about.row, key);
    if (standing) response.setHeader('etag', etagOf(standing.version));
  }

  private async standing(row: EntityClass, key: string): Promise<Standing | undefined> {
    const track = this.definition.desk?.tracks.find((one) => one.row === row);
    if (!track) return undefined;
    const [standing] = await this.unitOfWork.query<Standing>(STANDING, [deskId(track, key)]);
    return standing;
  }
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
