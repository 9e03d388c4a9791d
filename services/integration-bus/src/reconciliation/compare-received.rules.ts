import type { BookLine } from '@lienthong/envelope';
import type { Difference, DifferenceKind } from './difference';

/** What the bus knows of one delivery; of a void under the identity of the message whose number it took. */
export interface LoggedDelivery {
  readonly recipient: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly hash: string;
  readonly state: 'waiting' | 'produced' | 'acknowledged';
  readonly outcome: 'handled' | 'parked' | 'stashed' | 'discarded' | null;
  readonly isVoid: boolean;
  readonly hasPayload: boolean;
}

/** Delivery numbers begin with this epoch; later ones begin with a restored bus, under which known messages are renumbered. */
const FIRST_EPOCH = 1;

/**
 * Compares a line of the recipient's inbox with the bus's deliveries of that message to it; `isLogged` tells of a line
 * without a delivery whether the bus knows the message at all.
 */
export function compareReceived(
  recipient: string,
  line: BookLine | undefined,
  { deliveries, isLogged }: { readonly deliveries: readonly LoggedDelivery[]; readonly isLogged: boolean },
): Difference[] {
  const delivery = deliveries.find(({ sequence }) => sequence === line?.sequence) ?? deliveries.at(-1);
  if (!delivery) {
    if (!line) return [];
    const kind = isLogged ? 'in-inbox-not-delivered' : 'in-inbox-not-logged';
    return [of(kind, recipient, line, { bus: null, recipient: line.state })];
  }
  const numbers = deliveries.map(({ epoch, sequence }) => `${epoch}/${sequence}`).join(' ');
  const twice = deliveries.length > 1 ? [of('delivered-twice', recipient, delivery, { numbers })] : [];
  const gone = isPayloadMissing(delivery)
    ? [of('payload-missing', recipient, delivery, { state: delivery.state })]
    : [];
  const others = line
    ? [...placeOf(recipient, line, delivery), ...outcomeOf(recipient, line, delivery)]
    : unknown(recipient, delivery);
  return [...twice, ...gone, ...others];
}

function isPayloadMissing({ outcome, hasPayload }: LoggedDelivery): boolean {
  return !hasPayload && outcome !== 'handled' && outcome !== 'discarded';
}

/** Delivered, and the recipient has no mark of it. */
function unknown(recipient: string, delivery: LoggedDelivery): Difference[] {
  const { state, outcome, isVoid } = delivery;
  const facts = { bus: outcome ?? state, recipient: null };
  if (outcome === null && state === 'waiting') return [of('late-delivery', recipient, delivery, facts)];
  if (outcome === null) return [of('delivered-not-in-inbox', recipient, delivery, facts)];
  return [of(isVoid ? 'void-missing' : 'acknowledged-not-in-inbox', recipient, delivery, facts)];
}

function placeOf(recipient: string, line: BookLine, delivery: LoggedDelivery): Difference[] {
  const { stream, sequence, hash, epoch } = delivery;
  const pairs: readonly (readonly [DifferenceKind, string | number, string | number])[] = [
    ['other-stream-at-recipient', line.stream, stream],
    ...(epoch === FIRST_EPOCH ? [['other-number-at-recipient', line.sequence, sequence] as const] : []),
    ['hash-differs-at-recipient', line.hash, hash],
  ];
  return pairs
    .filter(([, inbox, bus]) => inbox !== bus)
    .map(([kind, inbox, bus]) => of(kind, recipient, delivery, { bus, recipient: inbox }));
}

function outcomeOf(recipient: string, line: BookLine, delivery: LoggedDelivery): Difference[] {
  const kind = delivery.isVoid ? voidKind(line) : plainKind(line, delivery);
  return kind
    ? [of(kind, recipient, delivery, { bus: delivery.outcome ?? delivery.state, recipient: line.state })]
    : [];
}

/** Of a message whose number a void took. */
function voidKind({ state }: BookLine): DifferenceKind | undefined {
  if (state === 'voided' || state === 'discarded') return undefined;
  return state === 'handled' ? 'handled-despite-void' : 'void-missing';
}

function plainKind({ state }: BookLine, { outcome }: LoggedDelivery): DifferenceKind | undefined {
  if (state === outcome) return undefined;
  const isLastWord = outcome === 'handled' || outcome === 'discarded';
  switch (state) {
    case 'handled':
      return outcome === 'discarded' ? 'outcome-differs' : 'handled-not-acknowledged';
    case 'parked':
      return isLastWord ? 'acknowledged-not-handled' : 'parked-unknown';
    case 'stashed':
      return isLastWord ? 'acknowledged-not-handled' : 'stashed-unknown';
    case 'voided':
      return 'voided-not-by-bus';
    default:
      return 'outcome-differs';
  }
}

function of(
  kind: DifferenceKind,
  member: string,
  { sender, id, stream }: Pick<LoggedDelivery, 'sender' | 'id' | 'stream'>,
  facts: Difference['facts'],
): Difference {
  return { kind, member, sender, id, stream, facts };
}
