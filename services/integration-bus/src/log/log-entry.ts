import { hash } from 'node:crypto';
import { canonicalBytes, type SignedAttributes, sortedAttributes } from '@lienthong/envelope';
import { type AppError, type Facts, instantText } from '@lienthong/kernel';

export type EntryKind =
  | 'bootstrap'
  | 'accepted'
  | 'rejected'
  | 'void'
  | 'acknowledgement'
  | 'protocol'
  | 'erasure'
  | 'member'
  | 'key'
  | 'grant'
  | 'schema'
  | 'admin';

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
export function entryLeaf(entry: LogEntry): Buffer {
  if (isAcceptedMessage(entry)) return hash('sha256', `\u0000${acceptedText(entry)}`, 'buffer');
  const { acceptedAt, ...others } = entry;
  const bytes = canonicalBytes({ ...others, acceptedAt: instantText(acceptedAt) });
  return hash('sha256', Buffer.concat([LEAF_PREFIX, bytes]), 'buffer');
}

type AcceptedMessage = LogEntry & { readonly attributes: SignedAttributes };

function isAcceptedMessage(entry: LogEntry): entry is AcceptedMessage {
  const { attributes, content, verdict } = entry;
  return attributes !== undefined && content === undefined && verdict.outcome === 'accepted';
}

/**
 * Nearly all entries are of this form, and hold nothing but texts whose form was checked: with the members in sorted order
 * JSON.stringify already gives the canonical form, and leaves out what is absent.
 */
function acceptedText(entry: AcceptedMessage): string {
  return JSON.stringify({
    acceptedAt: instantText(entry.acceptedAt),
    attributes: sortedAttributes(entry.attributes),
    grantVersion: entry.grantVersion,
    keyId: entry.keyId,
    kind: entry.kind,
    logId: entry.logId,
    schemaHash: entry.schemaHash,
    signature: entry.signature,
    signaturePath: entry.signaturePath,
    verdict: { outcome: entry.verdict.outcome },
  });
}

export function rejectedVerdict(fault: AppError): EntryVerdict {
  return { outcome: 'rejected', code: fault.code, text: fault.text('en'), facts: fault.facts };
}
