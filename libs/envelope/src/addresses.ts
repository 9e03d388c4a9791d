import { envelopeErrors } from './envelope.errors';

/** An office of a member, as sender or recipient. */
export interface Address {
  readonly member: string;
  readonly office: string;
}

/** Member codes and office ids: lower-case words joined by hyphens. */
export const KEBAB_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

const MAX_RECIPIENTS = 50;
const SOURCE_PREFIX = '/members/';
const ADDRESS_SHAPE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** `/members/tax` for the member `tax`. */
export function sourceOf(member: string): string {
  return SOURCE_PREFIX + member;
}

/** `tax` for `/members/tax`; the source of a parsed envelope always has this form. */
export function memberOfSource(source: string): string {
  return source.slice(SOURCE_PREFIX.length);
}

/** Sorted and comma-joined `<member>/<office>`; throws envelope.RECIPIENTS_INVALID for none, too many, repeated or ill-formed. */
export function recipientsText(list: readonly Address[]): string {
  const texts = list.map(({ member, office }) => `${member}/${office}`).sort();
  refuseUnsorted(texts);
  return texts.join(',');
}

/** Reads the attribute `recipients`; throws envelope.RECIPIENTS_INVALID unless it is exactly what `recipientsText` makes. */
export function recipientsOf(text: string): Address[] {
  const texts = text.split(',');
  refuseUnsorted(texts);
  return texts.map((address) => {
    const slash = address.indexOf('/');
    return { member: address.slice(0, slash), office: address.slice(slash + 1) };
  });
}

function refuseUnsorted(texts: readonly string[]): void {
  let valid = texts.length > 0 && texts.length <= MAX_RECIPIENTS;
  let previous = '';
  for (const text of texts) {
    valid = valid && ADDRESS_SHAPE.test(text) && text > previous;
    previous = text;
  }
  if (!valid) throw envelopeErrors.RECIPIENTS_INVALID({ limit: MAX_RECIPIENTS });
}
