import { businessTimeOf, type Received } from '@lienthong/envelope';
import type { Act } from './dossier-history.rules';

/** Who stands behind a step that the policy lets run by itself. */
export const AUTOMATIC = 'automatic';

/** What a message brings about: done by the office that sent it, when it says so (F24). */
export function actOf(message: Received<unknown>, now: Date): Act {
  return { at: businessTimeOf(message, now), by: `${message.sender}/${message.senderOffice}`, messageId: message.id };
}
