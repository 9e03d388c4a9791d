import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Key of the one support of a deceased person; the kind is part of it, so another benefit would be another row. */
export function supportKey(deceasedKey: string): string {
  return `funeral-support|${deceasedKey}`;
}

/** Key of the row under which claims meet whose deceased persons may be one. */
export function likenessRowKey(likeness: string): string {
  return `funeral-support-likeness|${likeness}`;
}

/** The funeral support of one deceased person: whose claim holds it. The key makes it one for each person and kind (O §4.6). */
@Entity('funeral_support')
@Check('ck_funeral_support_state', `"state" in ('free', 'claimed', 'paid', 'recovery')`)
export class FuneralSupportRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_funeral_support' })
  readonly key: string;

  /** `free`: the claim that held it came to nothing, or the money is back. */
  @Column({ type: 'text' })
  readonly state: 'free' | 'claimed' | 'paid' | 'recovery';

  /** The dossier whose claim holds it, or held it last. */
  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  /** Of the deceased person of that claim. */
  @Column({ name: 'personal_identification_number', type: 'text', nullable: true })
  readonly personalIdentificationNumber?: string;
}
