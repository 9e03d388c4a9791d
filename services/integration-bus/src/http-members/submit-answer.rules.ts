import { envelopeErrors } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { busErrors } from '../integration-bus.errors';
import type { Submitted } from './submitted.rules';

/** What a submitter reads: the same status and bytes however often it asks. */
export interface SubmitAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const TAKEN = 202;
const REFUSED = 403;
const STATUS_OF_CODE: ReadonlyMap<string, number> = new Map(
  [...Object.values(busErrors), ...Object.values(envelopeErrors)].map(({ description }) => [
    description.code,
    description.status,
  ]),
);

/**
 * The answer to a message that was judged. A refusal is final and logged: its problem document says what the log says, in
 * the words of the log, and nothing of the request. @throws the fault of a message that could not be verified
 */
export function submitAnswerOf(submitted: Exclude<Submitted, { readonly outcome: 'repeated' }>): SubmitAnswer {
  switch (submitted.outcome) {
    case 'accepted':
      return taken({ outcome: 'accepted', logId: submitted.logId, acceptedAt: instantText(submitted.at) });
    case 'waiting':
      return taken(submitted);
    case 'refused':
      return refusal(submitted);
    case 'unverifiable':
      throw submitted.fault;
  }
}

function taken(body: object): SubmitAnswer {
  return { status: TAKEN, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

function refusal({ code, text, logId, at }: Extract<Submitted, { readonly outcome: 'refused' }>): SubmitAnswer {
  const status = STATUS_OF_CODE.get(code) ?? REFUSED;
  const problem = {
    type: `urn:lienthong:error:${code}`,
    title: 'Refused by the bus',
    ...{ status, code, detail: text, logId, at: instantText(at) },
  };
  return { status, contentType: 'application/problem+json; charset=utf-8', body: JSON.stringify(problem) };
}
