import { isProtocolType, memberOfSource, type SignedAttributes } from '@lienthong/envelope';
import type { Registry } from '../members/registry';

/** Why a message may no longer be delivered under its number. */
export type VoidCause = 'erased' | 'discarded' | 'expired' | 'grant-lapsed';

/** A delivery as it is about to be produced. */
export interface DueDelivery {
  readonly recipient: string;
  readonly attributes: SignedAttributes;
  /** Absent when the payload was erased. */
  readonly value?: Buffer;
  readonly isProducedBefore?: boolean;
  /** What an operator of the bus wrote. */
  readonly discardReason?: string;
}

/**
 * Judges deliveries about to be produced. What was produced once lies in the recipient's topic and cannot be taken back: it
 * is produced again as it is, unless its payload is gone. A void itself neither expires nor needs a grant. Suspension is
 * no cause: it holds.
 */
export function voidCauses(
  registry: Pick<Registry, 'grant'>,
  now: Date,
): (delivery: DueDelivery) => VoidCause | undefined {
  return ({ recipient, attributes, value, isProducedBefore = false, discardReason }) => {
    if (value === undefined) return 'erased';
    if (isProducedBefore || isProtocolType(attributes.type)) return undefined;
    if (discardReason !== undefined) return 'discarded';
    const { expirytime, source, type } = attributes;
    if (expirytime !== undefined && Date.parse(expirytime) <= now.getTime()) return 'expired';
    return registry.grant(memberOfSource(source), recipient, type, now) ? undefined : 'grant-lapsed';
  };
}

const LONGEST_REASON = 500;

/** What the recipient is told: the cause, and what an operator wrote. */
export function reasonText(cause: VoidCause, { discardReason }: DueDelivery): string {
  return (cause === 'discarded' && discardReason ? `${cause}: ${discardReason}` : cause).slice(0, LONGEST_REASON);
}
