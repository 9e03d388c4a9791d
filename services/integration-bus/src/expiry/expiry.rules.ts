import type { RejectedMessage } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { busErrors } from '../integration-bus.errors';

/** One delivery of a message whose deadline has come. */
export interface DueOutcome {
  readonly logId: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly sequence: number;
  readonly expiryTime: string;
  readonly recipient: string;
  /** It has left for its recipient: it stays as it is. */
  readonly isOut: boolean;
  readonly voided?: { readonly logId: string; readonly reason: string; readonly at: Date };
}

/** What the deadlines of some messages come to. */
export interface Decided {
  /** Every delivery of these is out, or void. */
  readonly logIds: readonly string[];
  /** Their senders are told which of them did not reach everybody in time. */
  readonly expired: readonly { readonly sender: string; readonly item: RejectedMessage }[];
  /** These wait for their void. */
  readonly open: readonly DueOutcome[];
}

export function decideDeadlines(outcomes: readonly DueOutcome[]): Decided {
  const messages = new Map<string, DueOutcome[]>();
  for (const one of outcomes) messages.set(one.logId, [...(messages.get(one.logId) ?? []), one]);
  const decided = [...messages.values()].filter((all) => all.every((one) => one.voided !== undefined || one.isOut));
  return {
    logIds: decided.map(([first]) => (first as DueOutcome).logId),
    expired: decided.flatMap((all) => expiredOf(all)),
    open: outcomes.filter(({ voided, isOut }) => voided === undefined && !isOut),
  };
}

function expiredOf(all: readonly DueOutcome[]): Decided['expired'] {
  const late = all.filter(({ voided }) => voided?.reason === 'expired');
  const [first] = late;
  if (!first?.voided) return [];
  const { sender, id, stream, sequence, voided } = first;
  const expiryTime = instantText(new Date(first.expiryTime));
  const fault = busErrors.EXPIRED_UNDELIVERED({ expiryTime, recipients: late.map(({ recipient }) => recipient) });
  const item = { id, stream, sequence, code: fault.code, text: fault.text('en'), logId: voided.logId };
  return [{ sender, item: { ...item, at: instantText(voided.at) } }];
}
