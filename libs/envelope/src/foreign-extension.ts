import { SIGNED_ATTRIBUTES } from './attributes';
import type { RawHeaders } from './headers';

/** A CloudEvents attribute that a sender has no business to set. */
export interface ForeignExtension {
  /** As far as it has the form of one; never more of what was sent. */
  readonly header: string;
  /** Only the bus sets it. */
  readonly isOfBus: boolean;
}

const PREFIX = 'ce_';
const OWN = new Set(['specversion', ...SIGNED_ATTRIBUTES, 'contentsalt', 'signature', 'signaturepath']);
const OF_BUS = new Set(['acceptedat', 'logid', 'deliveryepoch', 'deliverysequence']);
/** Without so many digits in a row as a number of a citizen has. */
const NAME_SHAPE = /^ce_(?!.*\d{6})[a-z0-9]{1,20}$/;

/**
 * The first attribute that a sender may not set: one of the bus, or one that nobody knows. What is not signed proves nothing,
 * so it is not carried along. Headers without the prefix of CloudEvents belong to others, and do not count.
 */
export function foreignExtension(headers: RawHeaders): ForeignExtension | undefined {
  for (const header of Object.keys(headers)) {
    if (header.slice(0, PREFIX.length).toLowerCase() !== PREFIX) continue;
    const name = header.slice(PREFIX.length);
    if (OWN.has(name) && header.startsWith(PREFIX)) continue;
    return { header: NAME_SHAPE.test(header) ? header : `${PREFIX}…`, isOfBus: OF_BUS.has(name) };
  }
  return undefined;
}
