import { randomBytes } from 'node:crypto';

/** A topic prefix that no other spec uses. */
export function testPrefix(): string {
  return `lt.test-${randomBytes(6).toString('hex')}.`;
}
