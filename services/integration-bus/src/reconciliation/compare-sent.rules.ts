import { type BookLine, recipientsOf } from '@lienthong/envelope';
import type { Difference, DifferenceKind } from './difference';

/** What the bus knows of one message of a sender. */
export interface LoggedMessage {
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly hash: string;
  readonly recipients: string;
  readonly state: 'accepted' | 'rejected';
  /** Members to which it was delivered, with whether they were given it as the past. */
  readonly deliveredTo: readonly { readonly recipient: string; readonly isHistory: boolean }[];
}

/** Compares a line of the sender's book with what the bus knows of that message; one of the two may be absent. */
export function compareSent(line: BookLine | undefined, logged: LoggedMessage | undefined): Difference[] {
  if (!logged) return line ? [unlogged(line)] : [];
  if (line) return [...differing(line, logged), ...stateOf(line, logged)];
  const kind = logged.state === 'accepted' ? 'logged-not-sent' : 'refused-not-sent';
  return [of(kind, logged, { bus: logged.state, sender: null })];
}

/** Each member that is named gets one delivery, and nobody else does. */
export function compareDeliveries(logged: LoggedMessage): Difference[] {
  if (logged.state !== 'accepted') return [];
  const named = new Set(recipientsOf(logged.recipients).map(({ member }) => member));
  const delivered = new Set(logged.deliveredTo.map(({ recipient }) => recipient));
  const missing = [...named].filter((member) => !delivered.has(member));
  const unnamed = logged.deliveredTo.filter(({ recipient, isHistory }) => !named.has(recipient) && !isHistory);
  return [
    ...missing.map((member) => ({ ...of('delivery-missing', logged, { recipients: logged.recipients }), member })),
    ...unnamed.map(({ recipient: member }) => ({
      ...of('delivered-to-unnamed', logged, { recipients: logged.recipients }),
      member,
    })),
  ];
}

function unlogged(line: BookLine): Difference {
  const kinds = { accepted: 'sent-not-logged', rejected: 'rejected-not-logged' } as const;
  const kind = line.state === 'accepted' || line.state === 'rejected' ? kinds[line.state] : 'open-not-logged';
  return of(kind, line, { bus: null, sender: line.state });
}

function differing(line: BookLine, logged: LoggedMessage): Difference[] {
  if (line.hash === logged.hash) return [];
  const pairs: readonly (readonly [DifferenceKind, string | number | undefined, string | number])[] = [
    ['other-stream', line.stream, logged.stream],
    ['other-epoch', line.epoch, logged.epoch],
    ['other-number', line.sequence, logged.sequence],
    ['other-recipients', line.recipients, logged.recipients],
  ];
  const found = pairs.filter(([, sender, bus]) => sender !== bus);
  if (found.length === 0) return [of('hash-differs', logged, { bus: logged.hash, sender: line.hash })];
  return found.map(([kind, sender = null, bus]) => of(kind, logged, { bus, sender }));
}

function stateOf(line: BookLine, logged: LoggedMessage): Difference[] {
  if (line.state === logged.state) return [];
  const facts = { bus: logged.state, sender: line.state };
  if (logged.state === 'accepted') {
    return [of(line.state === 'rejected' ? 'accepted-rejected-at-sender' : 'accepted-open-at-sender', logged, facts)];
  }
  return [of(line.state === 'accepted' ? 'rejected-accepted-at-sender' : 'rejected-open-at-sender', logged, facts)];
}

function of(
  kind: DifferenceKind,
  { sender, id, stream }: Pick<LoggedMessage, 'sender' | 'id' | 'stream'>,
  facts: Difference['facts'],
): Difference {
  return { kind, member: sender, sender, id, stream, facts };
}
