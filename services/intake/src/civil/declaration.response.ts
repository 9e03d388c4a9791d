import { acceptanceNote } from '../dossiers/dossier.response';
import type { ReceivedDeclaration } from './receive-declaration';

/** A repeated declaration creates nothing. */
export const REPEATED_STATUS = 200;

/** The acceptance note; `repeated` says that the dossier was there already. */
export function declarationNote({ dossier, isRepeated }: ReceivedDeclaration): object {
  return { ...acceptanceNote(dossier), kind: dossier.kind, procedure: dossier.procedure, repeated: isRepeated };
}
