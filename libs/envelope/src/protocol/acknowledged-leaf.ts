import { hash } from 'node:crypto';
import { canonicalBytes } from '../canonical-json';
import type { AcknowledgedMessage } from './acknowledgement.message';

/**
 * Leaf of one item of an acknowledgement: SHA-256(0x00 ‖ canonical JSON of the item). The signed tree of an acknowledgement
 * is [message, item, item, …], so each item can be proven alone.
 */
export function acknowledgedLeaf(item: AcknowledgedMessage): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from([0]), canonicalBytes(item)]), 'buffer');
}
