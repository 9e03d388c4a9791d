import type { LandDossier } from '../dossiers/land-dossier.state';
import type { SentSlip } from './sent-slip.entity';

/** An answer about a version that another one follows, or that was withdrawn: it is noted, and moves nothing. */
export function isOvertaken({ dossierCode, slip }: LandDossier, sent: SentSlip): boolean {
  if (sent.dossierCode !== dossierCode) return false;
  return sent.state === 'withdrawn' || sent.slipId !== slip?.slipId;
}
