import { instantText, vietnamCalendar, WORKING_DAY_MS } from '@lienthong/kernel';
import type { ClockPause, Dossier } from './dossier.state';

/** What a clock does once what it stood for is over. */
export type Afterwards = 'resume' | 'restart';

/** The agency's clock stands from here; the appointment stays what it was until the pause is over (O §1.5). */
export function standStill(dossier: Dossier, cause: ClockPause['cause'], from: Date): Dossier {
  const pauses = dossier.pauses ?? [];
  if (pauses.some((pause) => pause.cause === cause && pause.to === undefined)) return dossier;
  const { appointmentAt } = dossier;
  const begun = { cause, from: instantText(from), appointmentBefore: instantText(appointmentAt) };
  return { ...dossier, pauses: [...pauses, begun] };
}

/** The pause is over: the appointment moves by the working time that it took, or is made anew for the whole time. */
export function goOn(
  dossier: Dossier,
  cause: ClockPause['cause'],
  { to, afterwards = 'resume' }: { readonly to: Date; readonly afterwards?: Afterwards },
): Dossier {
  const open = dossier.pauses?.find((pause) => pause.cause === cause && pause.to === undefined);
  if (!open) return dossier;
  const appointmentAt = afterwards === 'restart' ? madeAnew(dossier, to) : movedBy(dossier, new Date(open.from), to);
  const ended = { ...open, to: instantText(to), appointmentAfter: instantText(appointmentAt) };
  return { ...dossier, appointmentAt, pauses: (dossier.pauses ?? []).map((pause) => (pause === open ? ended : pause)) };
}

function movedBy({ appointmentAt }: Dossier, from: Date, to: Date): Date {
  const stoodMs = vietnamCalendar.workingMilliseconds(from, to);
  return stoodMs === 0 ? appointmentAt : vietnamCalendar.appointment(appointmentAt, stoodMs / WORKING_DAY_MS);
}

function madeAnew({ acceptedAt, appointmentAt, pauses }: Dossier, to: Date): Date {
  const first = new Date(pauses?.[0]?.appointmentBefore ?? appointmentAt);
  return vietnamCalendar.appointment(to, vietnamCalendar.workingMilliseconds(acceptedAt, first) / WORKING_DAY_MS);
}
