import { type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import type { Paper } from './paper.part';
import { type BranchWork, type Follows, type StepNotAllowed, stepsBy } from './branch-steps';
import { type Act, changeOf } from './branch-work';

/** Limit of a supplement in the electronic chain (O §4.5, found in the field, HV); a reading for the chains before it. */
const SUPPLEMENT_WORKING_DAYS = 7;

/** States of a request; `Done` is how the agency calls its success. */
export type RequestState<Done extends string = string> =
  'received' | 'supplement-wanted' | 'refused' | 'stopped' | Done;

/** What is missing, and the last day to bring it. */
export interface Supplement {
  readonly documentNumber: string;
  readonly until: string;
  readonly items: readonly string[];
  readonly reason: string;
}

export interface Refusal {
  readonly documentNumber: string;
  readonly reason: string;
}

/** A request that an officer accepts, sends back for papers, grants or refuses. */
export interface BranchRequest<Done extends string = string> extends BranchWork<RequestState<Done>> {
  readonly receivedAt: Date;
  /** Once an officer has accepted the request. */
  readonly receiptNumber?: string;
  readonly supplement?: Supplement;
  /** The supplement's last day while it is waited for. */
  readonly supplementUntil?: string;
  readonly papers: readonly Paper[];
  readonly refusal?: Refusal;
}

/** What may follow what; a request that has ended stays as it is. */
function followsWith(done: string): Follows<string> {
  return {
    received: [done, 'supplement-wanted', 'refused', 'stopped'],
    'supplement-wanted': ['received', 'refused', 'stopped'],
    ...{ [done]: [], refused: [], stopped: [] },
  };
}

export function isOpen({ state }: Pick<BranchRequest, 'state'>): boolean {
  return state === 'received' || state === 'supplement-wanted';
}

/** The last day to bring papers asked for on this day. */
export function supplementUntil(on: LocalDate): LocalDate {
  return vietnamCalendar.addWorkingDays(on, SUPPLEMENT_WORKING_DAYS);
}

/** What happens to requests of one kind at every agency; each function throws the agency's STEP_NOT_ALLOWED. */
export interface RequestRules<R extends BranchRequest> {
  /** From here on a refusal is one after acceptance. */
  accepted(this: void, known: R, receiptNumber: string, act: Act): R;
  granted(this: void, known: R, act: Act, change: Partial<R>): R;
  /** The clock of this branch stands until the papers are there. */
  supplementWanted(this: void, known: R, supplement: Supplement, act: Act): R;
  /** The papers are there: the request goes on where it stood, under the message that brought them. */
  papersBrought(this: void, known: R, papers: readonly Paper[], messageId: string, act: Act): R;
  /** A second push changes nothing, unless papers are waited for: then its data is taken (O §4.4). */
  receivedAgain(this: void, known: R, data: Partial<R>, act: Act): R;
  refused(this: void, known: R, refusal: Refusal, act: Act): R;
  /** A branch that has ended stays as it is: what is granted is undone by no message. */
  stopped(this: void, known: R, act: Act): R;
  /** A correction that comes while the request is open is granted with it (O §4.5). */
  corrected(this: void, known: R, data: Partial<R>): R;
}

export function requestRules<R extends BranchRequest>(done: R['state'], notAllowed: StepNotAllowed): RequestRules<R> {
  const follows = followsWith(done);
  const move = stepsBy<BranchRequest>(follows, notAllowed);
  const step = (known: R, wanted: RequestState, act: Act, change: Partial<BranchRequest>): R =>
    move(known, wanted, act, change) as R;
  const resumed = (known: R, change: Partial<BranchRequest>, act: Act): R =>
    step(known, 'received', act, { ...change, supplementUntil: undefined });

  return {
    accepted(known, receiptNumber, act) {
      const { state, dossierCode: key, history } = known;
      const isAccepted = known.receiptNumber !== undefined;
      if (state !== 'received' || isAccepted)
        throw notAllowed({ key, state, wanted: 'accepted', allowed: isAccepted ? [] : (follows[state] ?? []) });
      return { ...known, receiptNumber, history: [...history, changeOf('accepted', act)] };
    },
    granted: (known, act, change) => step(known, done, act, change),
    supplementWanted: (known, supplement, act) =>
      step(known, 'supplement-wanted', act, { supplement, supplementUntil: supplement.until }),
    papersBrought(known, brought, workMessageId, act) {
      const papers = [...known.papers, ...brought];
      if (known.state !== 'supplement-wanted') return { ...known, papers };
      return resumed(known, { papers, workMessageId }, act);
    },
    receivedAgain: (known, data, act) => (known.state === 'supplement-wanted' ? resumed(known, data, act) : known),
    refused: (known, refusal, act) => step(known, 'refused', act, { refusal, supplementUntil: undefined }),
    stopped: (known, act) => (isOpen(known) ? step(known, 'stopped', act, { supplementUntil: undefined }) : known),
    corrected: (known, data) => (isOpen(known) ? { ...known, ...data } : known),
  };
}
