import type { Received } from '@lienthong/envelope';

/** Who acts and when: an officer over HTTP, the office that sent the message handled, or the clock. */
export interface Act {
  readonly at: Date;
  readonly by: string;
  /** The name of the person, as it stands on papers. */
  readonly name?: string;
  readonly messageId?: string;
}

/** Who stands behind a step that the policy lets run by itself. */
export const AUTOMATIC = 'automatic';

/** The leader in whose name an office registers when the policy says `automatic-when-clean`. */
export function leaderOf(office: string): string {
  return `civil-leader-${office}`;
}

/** What a message brings about: done by the office that sent it. */
export function actOf(message: Received<unknown>, at: Date): Act & { readonly messageId: string } {
  return { at, by: `${message.sender}/${message.senderOffice}`, messageId: message.id };
}
