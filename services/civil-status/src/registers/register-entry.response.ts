import type { RegisterEntryEntity } from './register-entry.entity';

/** An entry of the register with what was noted beside it. */
export function entryView({ dossierCode, kind, birth, death, notes, signedBy }: RegisterEntryEntity): object {
  return { dossierCode, kind, record: birth ?? death, notes, signedBy };
}
