import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock';
import { kernelErrors } from './kernel.errors';

const ID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const POOL_BYTES = 4096;
const BYTES_PER_ID = 10;
const COUNTER_LIMIT = 0x1000;

interface LastId {
  ms: number;
  counter: number;
}

const lastOf = new WeakMap<Clock, LastId>();
const pool = Buffer.alloc(POOL_BYTES);
let poolAt = POOL_BYTES;

/** A new UUIDv7 (RFC 9562) at the clock's time; ids of one clock always rise, also when the clock is set back. */
export function newId(clock: Clock): string {
  if (poolAt + BYTES_PER_ID > POOL_BYTES) {
    randomFillSync(pool);
    poolAt = 0;
  }
  const { ms, counter } = next(clock, pool.readUInt16BE(poolAt) & 0x7ff);
  const time = ms.toString(16).padStart(12, '0');
  const variant = (0x8000 | (pool.readUInt16BE(poolAt + 2) & 0x3fff)).toString(16);
  const tail = pool.toString('hex', poolAt + 4, poolAt + BYTES_PER_ID);
  poolAt += BYTES_PER_ID;
  const middle = (0x7000 | counter).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant}-${tail}`;
}

/** The time at which an id was made; throws kernel.ID_INVALID. */
export function idTime(id: string): Date {
  if (!isId(id)) throw kernelErrors.ID_INVALID();
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** The smallest UUID that an id of this instant can have: for ranges of ids by time. */
export function idFloor(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** True for a UUIDv7 in lower-case letters. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID_SHAPE.test(text);
}

/** Same millisecond: the counter rises from a random start below its middle; a full counter borrows the next millisecond. */
function next(clock: Clock, start: number): LastId {
  const now = clock.now().getTime();
  const last = lastOf.get(clock);
  let following: LastId;
  if (!last || now > last.ms) following = { ms: now, counter: start };
  else if (last.counter + 1 < COUNTER_LIMIT) following = { ms: last.ms, counter: last.counter + 1 };
  else following = { ms: last.ms + 1, counter: start };
  lastOf.set(clock, following);
  return following;
}
