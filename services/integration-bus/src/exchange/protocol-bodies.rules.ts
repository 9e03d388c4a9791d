import { canonicalBytes } from '@lienthong/envelope';

/** Items of one protocol message, as its class allows. */
const MOST_ITEMS = 500;
/** Canonical JSON of one body: below the limit of a payload (256 KiB), with room to spare. */
export const MOST_BODY_BYTES = 200 * 1_024;

const FRAME_BYTES = canonicalBytes({ items: [] }).length;
const COMMA_BYTES = 1;

/** Cuts items into bodies of at most 500 items and 200 KiB, in order. */
export function bodiesOf<I>(items: readonly I[]): { readonly items: readonly I[] }[] {
  const bodies: { items: I[] }[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = canonicalBytes(item).length + COMMA_BYTES;
    const open = bodies.at(-1);
    if (open && open.items.length < MOST_ITEMS && bytes + size <= MOST_BODY_BYTES) {
      open.items.push(item);
      bytes += size;
    } else {
      bodies.push({ items: [item] });
      bytes = FRAME_BYTES + size;
    }
  }
  return bodies;
}
