/** The smallest UUID that an id (UUIDv7) of this millisecond can have: for ranges of ids by time. */
export function idFloor(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
