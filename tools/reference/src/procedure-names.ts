/** `vn.lienthong.tax.payment-notices-issued.v1` → `payment-notices-issued`. */
export function shortName(type: string): string {
  return type.split('.').at(-2) ?? type;
}

/** A hyphen may end an identifier in a Mermaid diagram. */
export function node(id: string): string {
  return id.replace(/-/g, '_');
}
