import { DossierForwardedV1, DossierReceivedV1 } from '@lienthong/contracts';
import { type MessageClass, messageOf } from '@lienthong/envelope';
import { instantText, isAppError, localDate } from '@lienthong/kernel';
import {
  begin,
  decide,
  findProcedure,
  type Happened,
  procedureErrors,
  type ProcedureInstance,
  type ProcedureStep,
  type ProcedureVersion,
  versionOf,
  versionOn,
} from '@lienthong/procedures';
import { landErrors } from '../land-registry.errors';
import { answerDue } from '../tax-polls/answer-due.rules';
import { type LandChange, type LandDossier, type LandDossierStatus, statusOf } from './land-dossier.state';

/** Who acts and when: an officer over HTTP, or the office that sent the message handled. */
export interface Act {
  readonly at: Date;
  readonly by: string;
  readonly messageId?: string;
}

/** Going back to an own step of one's own accord. */
export interface GoingBack {
  readonly backTo: string;
  readonly reason: string;
}

/** A message that came in or was sent, an own step that sends nothing, by its id in the procedure, or a step back. */
export type LandEvent = MessageClass | string | GoingBack;

/** The dossier's place in its procedure and what officers see of it. */
export type Standing = Pick<LandDossier, 'instance' | 'status' | 'history'>;

/** How a dossier came to the land office. */
export interface Beginning {
  /** The messages that were heard or sent until it was received. */
  readonly events: readonly MessageClass[];
  /** The step with which it begins, where it is not the usual one. */
  readonly from?: string;
  /** Branches that it does not need. */
  readonly without?: readonly string[];
}

/** Forwarded by the desk and received here (M01, M02). */
const FORWARDED: Beginning = { events: [DossierForwardedV1, DossierReceivedV1] };

/** Begins the procedure in the version of the day of acceptance. */
export function start(
  { procedure: code, receivedAt }: DossierForwardedV1,
  act: Act,
  { events, from, without }: Beginning = FORWARDED,
): Standing {
  const procedure = findProcedure(code);
  const on = localDate(new Date(receivedAt));
  const version = procedure && versionOn(procedure, on);
  if (!version) throw landErrors.PROCEDURE_UNKNOWN({ procedure: code, on });
  const happened = events.map((event) => happening(event, act));
  const instance = happened.reduce(
    (known, next) => decide(version, known, next).instance,
    begin(version, act.at, without, from).instance,
  );
  const status = statusIn(version, instance);
  return { instance, status, history: [entry(status, act)] };
}

/** Takes what happened into the procedure and the history; what its open step does not wait for is a named refusal. */
export function advance(
  dossier: LandDossier,
  events: LandEvent | readonly LandEvent[],
  act: Act,
  change: Partial<LandDossier> = {},
): LandDossier {
  const version = versionOf(dossier.instance);
  let { instance } = dossier;
  for (const event of [events].flat())
    instance = decided(dossier, { version, instance, happened: happening(event, act) });
  const status = statusIn(version, instance);
  return seen({ ...dossier, ...change, instance }, status, act);
}

/** Takes what is neither a message nor an own step, such as a limit that was missed; `status` where officers call it otherwise. */
export function take(
  dossier: LandDossier,
  happened: Happened,
  act: Act,
  { status, ...change }: Partial<LandDossier> = {},
): LandDossier {
  const version = versionOf(dossier.instance);
  const instance = decided(dossier, { version, instance: dossier.instance, happened });
  return seen({ ...dossier, ...change, instance }, status ?? statusIn(version, instance), act);
}

/** What officers see is written down; its place in the procedure may be what it was. */
export function seen(dossier: LandDossier, status: LandDossierStatus, act: Act): LandDossier {
  const { answerDueAt: _before, ...rest } = dossier;
  const answerDueAt = answerDue(dossier);
  return {
    ...rest,
    status,
    history: [...dossier.history, entry(status, act)],
    workMessageId: act.messageId ?? dossier.workMessageId,
    since: act.at,
    ...(answerDueAt && { answerDueAt }),
  };
}

/** The step that is open, or stands while papers are awaited. */
export function openStep({ instance }: Pick<LandDossier, 'instance'>): ProcedureStep | undefined {
  const { steps } = versionOf(instance);
  const isIn = (state: string) => steps.find(({ id }) => instance.steps[id]?.state === state);
  return instance.end === undefined ? (isIn('active') ?? isIn('paused')) : undefined;
}

/** An act of one step is not an act of another that ends by the same message. @throws land-registry.STEP_NOT_ALLOWED */
export function requireStep(dossier: LandDossier, wanted: string): void {
  const { dossierCode, status } = dossier;
  const open = openStep(dossier)?.id;
  if (open !== wanted) throw landErrors.STEP_NOT_ALLOWED({ dossierCode, status, wanted, allowed: open ? [open] : [] });
}

/** What officers call the place where the procedure stands. */
export function statusIn({ steps }: ProcedureVersion, instance: ProcedureInstance): LandDossierStatus {
  const place = instance.end ?? steps.find(({ id }) => instance.steps[id]?.state === 'active')?.id;
  const isPaused = place === undefined && steps.some(({ id }) => instance.steps[id]?.state === 'paused');
  const status = isPaused ? 'papers-wanted' : statusOf[place ?? ''];
  if (status === undefined) throw new Error(`officers have no name for ${place ?? '-'}`);
  return status;
}

interface Deciding {
  readonly version: ProcedureVersion;
  readonly instance: ProcedureInstance;
  readonly happened: Happened;
}

function decided({ dossierCode, status }: LandDossier, { version, instance, happened }: Deciding): ProcedureInstance {
  try {
    return decide(version, instance, happened).instance;
  } catch (error) {
    if (!isAppError(error) || error.code !== procedureErrors.NOT_EXPECTED.description.code) throw error;
    const { what = '-', open = [] } = error.facts;
    throw landErrors.STEP_NOT_ALLOWED({ dossierCode, status, wanted: what, allowed: open }, { cause: error });
  }
}

function happening(event: LandEvent, { at }: Act): Happened {
  if (typeof event === 'string') return { kind: 'act', step: event, at };
  if ('backTo' in event) return { kind: 'back', step: event.backTo, reason: event.reason, at };
  return { kind: 'message', type: messageOf(event).type, at };
}

function entry(status: LandDossierStatus, { at, by, messageId }: Act): LandChange {
  return { status, at: instantText(at), by, ...(messageId && { messageId }) };
}
