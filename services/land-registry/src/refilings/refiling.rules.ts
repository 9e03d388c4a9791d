import { RefilingWantedV1 } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { findProcedure, versionOn } from '@lienthong/procedures';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import type { LandDossier, LandRefiling } from '../dossiers/land-dossier.state';
import { landErrors } from '../land-registry.errors';

export type WrongFiling = Pick<LandRefiling, 'cause' | 'procedure' | 'reason'>;

/** M06: filed under a wrong code or with wrong data; nothing more happens under this code (F2). */
export function wantRefiling(dossier: LandDossier, wrong: WrongFiling, act: Act): LandDossier {
  const { dossierCode, content } = dossier;
  const { cause, procedure } = wrong;
  const on = localDate(act.at);
  const found = findProcedure(procedure);
  if (!found || !versionOn(found, on)) throw landErrors.PROCEDURE_UNKNOWN({ procedure, on });
  if ((cause === 'wrong-procedure') === (procedure === content.procedure)) {
    throw landErrors.REFILING_CONTRADICTS({ dossierCode, cause, filed: content.procedure, procedure });
  }
  return advance(dossier, RefilingWantedV1, act, { refiling: { ...wrong, wantedAt: instantText(act.at) } });
}

/** The dossier that was filed wrong names the one that took its place. */
export function refiledAs(dossier: LandDossier, code: string): LandDossier {
  return dossier.refiling ? { ...dossier, refiling: { ...dossier.refiling, refiledAs: code } } : dossier;
}
