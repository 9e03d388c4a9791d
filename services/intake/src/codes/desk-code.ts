import { officeById, unitCodeOn } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { intakeErrors } from '../intake.errors';

/** The desk's unit code in the form in force on the day. */
export function deskCode(office: string, on: LocalDate): string {
  const desk = officeById('intake', office, on);
  if (!desk) throw intakeErrors.DESK_UNKNOWN({ office, on });
  return unitCodeOn(desk, on);
}
