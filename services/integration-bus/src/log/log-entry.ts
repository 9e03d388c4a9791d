import { hash } from 'node:crypto';
import { canonicalBytes, type SignedAttributes } from '@lienthong/envelope';
import { type AppError, type Facts, instantText } from '@lienthong/kernel';

export type EntryKind = 'bootstrap' | 'accepted' | 'rejected' | 'void' | 'acknowledgement' | 'protocol' | 'admin';

/** What the bus found; the facts of a refusal are safe to show. */
export type EntryVerdict =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'rejected'; readonly code: string; readonly text: string; readonly facts: Facts };

/**
 * One line of the message log. A message has attributes and signature, an act of administration has `content`; a void has
 * both: its content names the recipient and the entry that it replaces.
 */
export interface LogEntry {
  readonly logId: string;
  readonly kind: EntryKind;
  readonly acceptedAt: Date;
  readonly attributes?: SignedAttributes;
  readonly signature?: string;
  readonly signaturePath?: string;
  readonly verdict: EntryVerdict;
  readonly keyId?: string;
  readonly grantVersion?: string;
  readonly schemaHash?: string;
  readonly content?: object;
}

const LEAF_PREFIX = Buffer.from([0]);

/** Leaf in the log's tree: SHA-256(0x00 ‖ canonical JSON of the whole entry), 32 bytes. */
export function entryLeaf({ acceptedAt, ...entry }: LogEntry): Buffer {
  const bytes = canonicalBytes({ ...entry, acceptedAt: instantText(acceptedAt) });
  return hash('sha256', Buffer.concat([LEAF_PREFIX, bytes]), 'buffer');
}

export function rejectedVerdict(fault: AppError): EntryVerdict {
  return { outcome: 'rejected', code: fault.code, text: fault.text('en'), facts: fault.facts };
}
