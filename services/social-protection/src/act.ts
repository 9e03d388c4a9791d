import type { Received } from '@lienthong/envelope';
import { officeNow } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';

/** Whom the record names when the policy lets a step run by itself. */
export const BY_POLICY = 'policy:automatic-when-clean';

/** Who acts and when: an officer over HTTP, the office that sent a message, or time itself. */
export interface Act {
  readonly at: Date;
  readonly by: string;
}

/** One line of what became of a request. */
export interface Change {
  readonly state: string;
  readonly at: string;
  readonly by: string;
}

export function changeOf(state: string, { at, by }: Act): Change {
  return { state, at: instantText(at), by };
}

export function actOf({ sender, senderOffice }: Received<unknown>, at: Date): Act {
  return { at, by: `${sender}/${senderOffice}` };
}

/** The office that does the work of the one addressed: itself, or its successor (O §4.5 unit merged). */
export function workingOffice(addressed: string, at: Date): string {
  return officeNow('social-protection', addressed, localDate(at))?.id ?? addressed;
}

/** Where answers go: to the registrar who asked, caused by the message that brought the work. */
export function toRegistrar(work: {
  readonly office: string;
  readonly askedBy: string;
  readonly workMessageId: string;
}): {
  readonly fromOffice: string;
  readonly to: readonly [{ readonly member: 'civil-status'; readonly office: string }];
  readonly causationId: string;
} {
  const { office, askedBy, workMessageId } = work;
  return { fromOffice: office, to: [{ member: 'civil-status', office: askedBy }], causationId: workMessageId };
}
