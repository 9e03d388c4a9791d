import { businessTimeOf, type Received } from '@lienthong/envelope';
import type { Act } from './land-procedure.rules';

/** Who stands behind a step that the policy lets run by itself when the dossier is clean. */
export const AUTOMATIC = 'automatic';

/** The leader whose key signs for an office when the policy says `automatic-when-clean`. */
export function leaderOf(office: string): string {
  return `land-leader-${office}`;
}

/** What a message brings about: done by the office that sent it, when it says so (F24). */
export function actOf(message: Received<unknown>, now: Date): Act & { readonly messageId: string } {
  return { at: businessTimeOf(message, now), by: `${message.sender}/${message.senderOffice}`, messageId: message.id };
}
