import { type Examined, isVerified } from './submission';

/** So many acknowledged deliveries let the messages beside them wait longer than a transaction of their own takes. */
const MANY_ITEMS = 150;

/**
 * Whoever drains a backlog acknowledges hundreds at once: the messages of the others do not wait for that. Beside any other
 * protocol message, such as that of a restored member, all keep their order.
 */
export function messagesFirst(examined: readonly Examined[]): (readonly Examined[])[] {
  const itemsOf = (one: Examined): number => (isVerified(one) ? (one.items?.length ?? 0) : 0);
  const items = examined.reduce((sum, one) => sum + itemsOf(one), 0);
  const messages = examined.filter((one) => itemsOf(one) === 0);
  const isTogether = items < MANY_ITEMS || messages.some((one) => isVerified(one) && one.isProtocol);
  const parts = isTogether ? [examined] : [messages, examined.filter((one) => itemsOf(one) > 0)];
  return parts.filter((part) => part.length > 0);
}
