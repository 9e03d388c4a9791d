/** Every kind of difference that is named, with what it means. */
export const DIFFERENCES = {
  'sent-not-logged': 'the sender holds it for accepted, the bus does not know it',
  'rejected-not-logged': 'the sender holds it for refused, the bus does not know it',
  'open-not-logged': 'still open at its sender, and not at the bus',
  'logged-not-sent': "accepted by the bus, and not in its sender's book",
  'refused-not-sent': "refused by the bus, and not in its sender's book",
  'accepted-open-at-sender': 'accepted by the bus, still open at its sender',
  'accepted-rejected-at-sender': 'accepted by the bus, its sender holds it for refused',
  'rejected-accepted-at-sender': 'refused by the bus, its sender holds it for accepted',
  'rejected-open-at-sender': 'refused by the bus, still open at its sender',
  'other-stream': "its stream differs between log and sender's book",
  'other-epoch': "its epoch differs between log and sender's book",
  'other-number': "its number differs between log and sender's book",
  'other-recipients': "its recipients differ between log and sender's book",
  'hash-differs': "its leaf differs between log and sender's book",
  'logged-twice': 'two accepted entries have one identity',
  'delivery-missing': 'accepted, and no delivery to a recipient that it names',
  'delivered-to-unnamed': 'delivered to a member that it does not name and that was not given the past',
  'delivered-twice': 'two delivery numbers of one recipient for one message',
  'delivery-number-missing': "a delivery's predecessor in its stream is missing, earlier ones are there",
  'order-differs': "delivery numbers go against its sender's numbers",
  'payload-missing': 'not answered, and its content is gone without a void',
  'late-delivery': 'waits at the bus still',
  'delivered-not-in-inbox': "delivered without an answer, and not in the recipient's inbox",
  'acknowledged-not-in-inbox': 'answered by the recipient, and not in its inbox',
  'in-inbox-not-logged': "in the recipient's inbox, and the bus does not know it",
  'in-inbox-not-delivered': "in the recipient's inbox, and the bus never delivered it there",
  'handled-not-acknowledged': 'handled by the recipient, the bus has no such answer',
  'acknowledged-not-handled': 'the bus has the answer handled, the recipient has not handled it',
  'parked-unknown': 'parked at the recipient, the bus has no such answer',
  'stashed-unknown': 'stashed at the recipient, the bus has no such answer',
  'outcome-differs': 'set aside by the one, not by the other',
  'handled-despite-void': 'a void took its number, and the recipient has handled it',
  'void-missing': 'a void took its number and was answered, the recipient does not know it',
  'voided-not-by-bus': 'void at the recipient, and the bus delivered it as it is',
  'other-stream-at-recipient': "its stream differs between delivery and recipient's inbox",
  'other-number-at-recipient': "its delivery number differs between delivery and recipient's inbox",
  'hash-differs-at-recipient': "its leaf differs between log and recipient's inbox",
} as const;

export type DifferenceKind = keyof typeof DIFFERENCES;

/** One difference between what two of the three know of one message. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Whose book, or which recipient. */
  readonly member: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  /** What each side says. */
  readonly facts: Readonly<Record<string, string | number | null>>;
}
