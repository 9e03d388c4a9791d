import { type Act, type BirthRecord, changeOf, type Paper, type ResidenceRequestedV1 } from '@lienthong/contracts';
import { type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import { residenceErrors } from '../residence.errors';
import type { Refusal, Registration, RegistrationState, Supplement } from './registration.state';
import { registrationSteps } from './registration.state';

/** Limit of a supplement in the electronic chain (O §4.5, found in the field, HV); a reading for the chains before it. */
const SUPPLEMENT_WORKING_DAYS = 7;

export interface Reception {
  readonly office: string;
  readonly askedBy: string;
  readonly messageId: string;
}

/** The request enters the office's work list. */
export function receive(body: ResidenceRequestedV1, { office, askedBy, messageId }: Reception, act: Act): Registration {
  const { dossierCode, subDossierCode, dueAt, birth, request, previousDossierCode } = body;
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
    ...(previousDossierCode === undefined ? {} : { previousDossierCode }),
    papers: [],
    workMessageId: messageId,
    history: [changeOf('received', act)],
  };
}

/** A second push of a known request changes nothing, unless papers are waited for: then its data is taken (O §4.4). */
export function receivedAgain(
  known: Registration,
  body: ResidenceRequestedV1,
  { messageId }: Reception,
  act: Act,
): Registration {
  if (known.state !== 'supplement-wanted') return known;
  const { birth, request } = body;
  return resumed(known, { birth, request, workMessageId: messageId }, act);
}

/** CT04: from here on a refusal is one after acceptance. */
export function accepted(known: Registration, receiptNumber: string, act: Act): Registration {
  if (known.state !== 'received' || known.receiptNumber !== undefined)
    throw notAllowed(known, 'accepted', known.receiptNumber === undefined ? registrationSteps[known.state] : []);
  return { ...known, receiptNumber, history: [...known.history, changeOf('accepted', act)] };
}

export function registered(known: Registration, noticeNumber: string, act: Act): Registration {
  return step(known, 'registered', act, { noticeNumber });
}

/** CT05: the clock of this branch stands until the papers are there. */
export function supplementWanted(known: Registration, supplement: Supplement, act: Act): Registration {
  return step(known, 'supplement-wanted', act, { supplement, supplementUntil: supplement.until });
}

/** The last day to bring papers asked for on this day. */
export function supplementUntil(on: LocalDate): LocalDate {
  return vietnamCalendar.addWorkingDays(on, SUPPLEMENT_WORKING_DAYS);
}

/** The papers are there: the request goes on where it stood. */
export function papersBrought(
  known: Registration,
  papers: readonly Paper[],
  messageId: string,
  act: Act,
): Registration {
  if (known.state !== 'supplement-wanted') return { ...known, papers: [...known.papers, ...papers] };
  return resumed(known, { papers: [...known.papers, ...papers], workMessageId: messageId }, act);
}

/** CT06. */
export function refused(known: Registration, refusal: Refusal, act: Act): Registration {
  return step(known, 'refused', act, { refusal, supplementUntil: undefined });
}

/** A branch that has ended stays as it is: what is registered is undone by no message. */
export function stopped(known: Registration, act: Act): Registration {
  return isOpen(known) ? step(known, 'stopped', act, { supplementUntil: undefined }) : known;
}

/** A correction that comes while the request is open is registered with it (O §4.5). */
export function corrected(known: Registration, birth: BirthRecord): Registration {
  return isOpen(known) ? { ...known, birth } : known;
}

export function isOpen({ state }: Registration): boolean {
  return state === 'received' || state === 'supplement-wanted';
}

/**
 * What the request lacks. At the place of parents or guardian nothing is verified for a child under six (NĐ 58/2026); elsewhere
 * the parents' opinion is needed (NĐ 154/2024 Đ7) and that of the head of household (O §4.1 papers, CT01).
 */
export function missingItems({ request }: Registration): readonly string[] {
  if (request.place !== 'elsewhere') return [];
  const given = new Set(request.opinions.map(({ by }) => by));
  return [
    ...(given.has('parent') ? [] : ['Ý kiến của cha, mẹ']),
    ...(given.has('household-head') ? [] : ['Ý kiến của chủ hộ']),
  ];
}

function resumed(known: Registration, change: Partial<Registration>, act: Act): Registration {
  return step(known, 'received', act, { ...change, supplementUntil: undefined });
}

function step(
  known: Registration,
  wanted: RegistrationState,
  act: Act,
  change: Partial<Registration> = {},
): Registration {
  const allowed = registrationSteps[known.state];
  if (!allowed.includes(wanted)) throw notAllowed(known, wanted, allowed);
  return { ...known, ...change, state: wanted, since: act.at, history: [...known.history, changeOf(wanted, act)] };
}

function notAllowed(known: Registration, wanted: string, allowed: readonly string[]): Error {
  return residenceErrors.STEP_NOT_ALLOWED({ key: known.dossierCode, state: known.state, wanted, allowed });
}
