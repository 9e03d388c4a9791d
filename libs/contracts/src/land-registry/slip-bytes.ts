import { canonicalBytes } from '@lienthong/envelope';
import type { TransferSlipSentV1 } from './transfer-slip-sent.message';
import type { TransferSlipSentV2 } from './transfer-slip-sent-v2.message';

/** A transfer slip without its signature. */
export type TransferSlipContent = Omit<TransferSlipSentV1, 'signature'> | Omit<TransferSlipSentV2, 'signature'>;

/** The bytes that the leader signs and the tax office verifies: the canonical slip without its signature. */
export function slipBytes(content: TransferSlipContent): Buffer {
  return canonicalBytes(content);
}
