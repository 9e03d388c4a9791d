import type { RefilingWantedV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { type Act, move, note } from '../dossiers/dossier-history.rules';
import { requireOpen } from '../dossiers/dossier.rules';
import type { Decided, Dossier, Refiling } from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';

/** M06: the land office does nothing more under this code; the desk has to file anew (F2). */
export function refilingWanted(dossier: Dossier, wanted: RefilingWantedV1, act: Act): Decided {
  requireOpen(dossier, 'refiling-wanted');
  const { cause, procedure, reason, wantedAt } = wanted;
  const asked = { ...dossier, refiling: { cause, procedure, reason, wantedAt } };
  return note({ dossier: asked, changes: [] }, `Phải nộp lại theo thủ tục ${procedure}: ${reason}`, act);
}

/** What the new dossier has to be filed under. @throws intake.NO_REFILING_WANTED, PROCEDURE_NOT_WANTED */
export function requireRefiling({ code, refiling }: Dossier, procedure: string): Refiling {
  if (!refiling || refiling.refiledAs !== undefined) {
    throw intakeErrors.NO_REFILING_WANTED({ dossierCode: code, refiledAs: refiling?.refiledAs ?? '-' });
  }
  if (refiling.procedure !== procedure) {
    throw intakeErrors.PROCEDURE_NOT_WANTED({ dossierCode: code, wanted: refiling.procedure, procedure });
  }
  return refiling;
}

/** The old dossier ends in 8 and names the new one; its history stays as it is (F2). */
export function refiled(dossier: Dossier, refiledAs: string, act: Act): Decided {
  const { reason, ...refiling } = requireRefiling(dossier, dossier.refiling?.procedure ?? '');
  const outcome = { kind: 'refiled' as const, concludedAt: instantText(act.at), reason };
  const ended = { ...dossier, refiling: { ...refiling, reason, refiledAs }, outcome };
  return move({ dossier: ended, changes: [] }, 8, act, `Nộp lại thành hồ sơ ${refiledAs}: ${reason}`);
}
