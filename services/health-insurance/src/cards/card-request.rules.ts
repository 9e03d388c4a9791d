import { type Act, type BirthRecord, changeOf, type HealthCardRequestedV1, type Paper } from '@lienthong/contracts';
import { type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import { insuranceErrors } from '../health-insurance.errors';
import type { Refusal, CardRequest, CardRequestState, Supplement } from './card-request.state';
import { cardRequestSteps } from './card-request.state';

/** Limit of a supplement in the electronic chain (O §4.5, found in the field, HV); a reading for the chains before it. */
const SUPPLEMENT_WORKING_DAYS = 7;

export interface Reception {
  readonly office: string;
  readonly askedBy: string;
  readonly messageId: string;
}

/** The request enters the office's work list. */
export function receive(body: HealthCardRequestedV1, { office, askedBy, messageId }: Reception, act: Act): CardRequest {
  const { dossierCode, subDossierCode, dueAt, birth, request } = body;
  return {
    dossierCode,
    subDossierCode,
    office,
    askedBy,
    state: 'received',
    dueAt: new Date(dueAt),
    receivedAt: act.at,
    since: act.at,
    birth,
    request,
    papers: [],
    workMessageId: messageId,
    history: [changeOf('received', act)],
  };
}

/** A second push of a known request changes nothing, unless papers are waited for: then its data is taken (O §4.4). */
export function receivedAgain(
  known: CardRequest,
  body: HealthCardRequestedV1,
  { messageId }: Reception,
  act: Act,
): CardRequest {
  if (known.state !== 'supplement-wanted') return known;
  const { birth, request } = body;
  return resumed(known, { birth, request, workMessageId: messageId }, act);
}

/** From here on a refusal is one after acceptance. */
export function accepted(known: CardRequest, receiptNumber: string, act: Act): CardRequest {
  if (known.state !== 'received' || known.receiptNumber !== undefined)
    throw notAllowed(known, 'accepted', known.receiptNumber === undefined ? cardRequestSteps[known.state] : []);
  return { ...known, receiptNumber, history: [...known.history, changeOf('accepted', act)] };
}

export function issued(known: CardRequest, cardNumber: string, act: Act): CardRequest {
  return step(known, 'issued', act, { cardNumber });
}

/** The clock of this branch stands until the papers are there. */
export function supplementWanted(known: CardRequest, supplement: Supplement, act: Act): CardRequest {
  return step(known, 'supplement-wanted', act, { supplement, supplementUntil: supplement.until });
}

/** The last day to bring papers asked for on this day. */
export function supplementUntil(on: LocalDate): LocalDate {
  return vietnamCalendar.addWorkingDays(on, SUPPLEMENT_WORKING_DAYS);
}

/** The papers are there: the request goes on where it stood. */
export function papersBrought(known: CardRequest, papers: readonly Paper[], messageId: string, act: Act): CardRequest {
  if (known.state !== 'supplement-wanted') return { ...known, papers: [...known.papers, ...papers] };
  return resumed(known, { papers: [...known.papers, ...papers], workMessageId: messageId }, act);
}

export function refused(known: CardRequest, refusal: Refusal, act: Act): CardRequest {
  return step(known, 'refused', act, { refusal, supplementUntil: undefined });
}

/** A branch that has ended stays as it is: what is issued is undone by no message. */
export function stopped(known: CardRequest, act: Act): CardRequest {
  return isOpen(known) ? step(known, 'stopped', act, { supplementUntil: undefined }) : known;
}

/** A correction that comes while the request is open is issued with it (O §4.5). */
export function corrected(known: CardRequest, birth: BirthRecord): CardRequest {
  return isOpen(known) ? { ...known, birth } : known;
}

export function isOpen({ state }: CardRequest): boolean {
  return state === 'received' || state === 'supplement-wanted';
}

function resumed(known: CardRequest, change: Partial<CardRequest>, act: Act): CardRequest {
  return step(known, 'received', act, { ...change, supplementUntil: undefined });
}

function step(known: CardRequest, wanted: CardRequestState, act: Act, change: Partial<CardRequest> = {}): CardRequest {
  const allowed = cardRequestSteps[known.state];
  if (!allowed.includes(wanted)) throw notAllowed(known, wanted, allowed);
  return { ...known, ...change, state: wanted, since: act.at, history: [...known.history, changeOf(wanted, act)] };
}

function notAllowed(known: CardRequest, wanted: string, allowed: readonly string[]): Error {
  return insuranceErrors.STEP_NOT_ALLOWED({ key: known.dossierCode, state: known.state, wanted, allowed });
}
