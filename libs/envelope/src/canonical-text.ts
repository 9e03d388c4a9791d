import canonicalize from 'canonicalize';

/** Names that begin with a digit may be numbers, which JavaScript keeps before all others; `__proto__` cannot be set. */
const UNRULY_NAME = /^(?:\d|__proto__$)/;

/**
 * Canonical JSON text (RFC 8785) of plain data, the same that `canonicalize` writes: with its names set in order,
 * JSON.stringify writes that form, and much sooner. Undefined for undefined.
 */
export function canonicalText(value: unknown): string | undefined {
  const order = new Order();
  const ordered = order.of(value);
  return order.isKept ? JSON.stringify(ordered) : canonicalize(value);
}

/** Whether the text is the canonical form of the value that was parsed from it. */
export function isCanonicalText(text: string, parsed: unknown): boolean {
  return (isInOrder(parsed) ? JSON.stringify(parsed) : canonicalize(parsed)) === text;
}

/** Puts the names of all objects in order, as far as JavaScript keeps it. */
class Order {
  isKept = true;

  of(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.of(item));
    const ordered: Record<string, unknown> = {};
    for (const name of Object.keys(value).sort()) {
      if (UNRULY_NAME.test(name)) this.isKept = false;
      ordered[name] = this.of((value as Record<string, unknown>)[name]);
    }
    return ordered;
  }
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let previous: string | undefined;
  for (const name of Object.keys(value)) {
    if (previous !== undefined && name < previous) return false;
    if (!isInOrder((value as Record<string, unknown>)[name])) return false;
    previous = name;
  }
  return true;
}
