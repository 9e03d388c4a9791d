import { versionOf } from '@lienthong/procedures';
import { type Act, take } from '../dossiers/land-procedure.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';

/** Why a dossier can no longer be withdrawn; nothing while it still can (F8). */
export function withdrawalObstacle({ instance, certificate, status }: LandDossier): string | undefined {
  const { pivot } = versionOf(instance);
  if (instance.steps[pivot]?.state === 'done' || certificate) {
    return `Giấy chứng nhận đã ký và vào sổ ngày ${certificate?.signedOn.split('-').reverse().join('/') ?? '-'}.`;
  }
  if (instance.end !== undefined) return `Hồ sơ đã kết thúc (${status}).`;
  return undefined;
}

/** The citizen has the dossier back: whatever is open stops (F8). */
export function withdrawn(dossier: LandDossier, reason: string, act: Act): LandDossier {
  const { reopened: _nothingIsSigned, ...rest } = dossier;
  return take(rest, { kind: 'stop', at: act.at, reason }, act, { status: 'withdrawn', objection: reason });
}
