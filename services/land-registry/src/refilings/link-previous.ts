import type { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { refiledAs } from './refiling.rules';

interface Refiled {
  readonly dossierCode: string;
  readonly previousDossierCode?: string;
}

/** The dossier in whose place another one is filed names it from now on; its history stays as it is (F2). */
export async function linkPrevious(
  unitOfWork: UnitOfWork,
  { dossierCode, previousDossierCode }: Refiled,
): Promise<void> {
  if (previousDossierCode === undefined) return;
  const previous = await unitOfWork.find(LandDossierEntity, previousDossierCode);
  if (previous) unitOfWork.save(LandDossierEntity, refiledAs(previous, dossierCode));
}

/** Dossiers that a forwarded one concerns: its own, and the one in whose place it comes. */
export function dossiersOf({ dossierCode, previousDossierCode }: Refiled): readonly string[] {
  return previousDossierCode === undefined ? [dossierCode] : [dossierCode, previousDossierCode];
}
