import type { Received } from '@lienthong/envelope';
import { instantText, localDate } from '@lienthong/kernel';
import { officeNow } from '../topology/topology';

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

/** The line that an act adds. */
export function changeOf(state: string, { at, by }: Act): Change {
  return { state, at: instantText(at), by };
}

/** What a message brings about: done by the office that sent it. */
export function actOf({ sender, senderOffice }: Received<unknown>, at: Date): Act {
  return { at, by: `${sender}/${senderOffice}` };
}

/** Where answers of a branch go: to the registrar who asked, caused by the message that brought the work. */
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

/** Which offices of an agency work for those that a merger has ended (O §4.5 unit merged). */
export interface WorkingOffices {
  /** The office that does the work of the one addressed: itself, or its successor. */
  workingOffice(this: void, addressed: string, at: Date): string;
  /**
   * A piece of work at the office that does it now, for the office that waits for it now: an office that a merger has ended
   * can neither act nor send nor be sent to. What was numbered before keeps its number.
   */
  atHome<W extends { readonly office: string; readonly askedBy: string }>(
    this: void,
    work: W,
    at: Date,
    asker?: string,
  ): W;
}

/** The working offices of one agency of a chain. */
export function workingOfficesOf(member: string): WorkingOffices {
  const now = (of: string, office: string, at: Date): string => officeNow(of, office, localDate(at))?.id ?? office;
  return {
    workingOffice: (addressed, at) => now(member, addressed, at),
    atHome: (work, at, asker = 'civil-status') => ({
      ...work,
      office: now(member, work.office, at),
      askedBy: now(asker, work.askedBy, at),
    }),
  };
}
