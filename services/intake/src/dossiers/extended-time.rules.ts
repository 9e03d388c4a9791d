import type { ProcessingExtendedV1 } from '@lienthong/contracts';
import { localDate, vietnamCalendar, WORKING_DAY_MS } from '@lienthong/kernel';
import { acceptedVersion, appointmentFor } from '@lienthong/procedures';
import { type Act, note } from './dossier-history.rules';
import { requireOpen } from './dossier.rules';
import type { Decided, Dossier } from './dossier.state';

/**
 * The appointment moves by the working time by which the procedure becomes longer, whatever pauses have moved it before; the
 * history keeps both (NgayHenTraTruoc, NgayHenTraMoi).
 */
export function processingExtended(dossier: Dossier, { extension, reason }: ProcessingExtendedV1, act: Act): Decided {
  requireOpen(dossier, 'processing-extended');
  const { procedure, acceptedAt, appointmentAt: before } = dossier;
  const version = acceptedVersion(procedure, localDate(acceptedAt));
  const [usual, longer] = [[], [extension]].map((extensions) => appointmentFor(version, acceptedAt, { extensions }));
  const moreMs = usual && longer && usual < longer ? vietnamCalendar.workingMilliseconds(usual, longer) : 0;
  const appointmentAt = moreMs === 0 ? before : vietnamCalendar.appointment(before, moreMs / WORKING_DAY_MS);
  const dates = `hẹn trả ${localDate(before)} → ${localDate(appointmentAt)}`;
  return note({ dossier: { ...dossier, appointmentAt }, changes: [] }, `Gia hạn giải quyết (${dates}): ${reason}`, act);
}
