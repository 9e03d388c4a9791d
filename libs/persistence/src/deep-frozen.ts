/** Freezes an aggregate with its nested parts: what one handler changes in place would leak into the next. */
export function deepFrozen<T extends object>(value: T): T {
  if (Object.isFrozen(value) || ArrayBuffer.isView(value) || value instanceof Date) return value;
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFrozen(part as object);
  return Object.freeze(value);
}
