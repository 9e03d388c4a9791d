import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DeferredItem } from '@lienthong/contracts';
import type { LandChangeKind } from '../encumbrances/blocks.data';
import type { Owner } from '../parcels/parcel.state';

/** One line of the land book (sổ địa chính): which change was noted or which certificate was issued. Never changed. */
@Entity('register_entry')
@Index('ux_register_entry_dossier', ['dossierCode'], { unique: true, where: '"corrects" is null' })
@Unique('uq_register_entry_corrects', ['corrects'])
@Index('ux_register_entry_new_serial', ['serial'], { unique: true, where: `"form" = 'new' and "corrects" is null` })
@Check('ck_register_entry_form', `"form" in ('noted', 'new')`)
export class RegisterEntryEntity {
  @PrimaryColumn({ name: 'register_number', type: 'text', primaryKeyConstraintName: 'pk_register_entry' })
  readonly registerNumber: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly serial: string;

  @Column({ type: 'text' })
  readonly form: 'noted' | 'new';

  @Column({ name: 'signed_on', type: 'date' })
  readonly signedOn: string;

  @Column({ name: 'signed_by', type: 'text' })
  readonly signedBy: string;

  @Column({ name: 'parcel_keys', type: 'jsonb' })
  readonly parcelKeys: readonly string[];

  @Column({ name: 'former_owners', type: 'jsonb' })
  readonly formerOwners: readonly Owner[];

  @Column({ type: 'jsonb' })
  readonly owners: readonly Owner[];

  @Column({ name: 'change_kind', type: 'text', default: 'transfer' })
  readonly changeKind: LandChangeKind;

  /** Register number of the encumbrance that this line takes off. */
  @Column({ type: 'text', nullable: true })
  readonly released?: string;

  /** Ghi nợ, as it stands on the certificate (F19). */
  @Column({ name: 'deferred_items', type: 'jsonb', nullable: true })
  readonly deferredItems?: readonly DeferredItem[];

  /** The line whose result papers were wrong (M53); it stays as it was. */
  @Column({ type: 'text', nullable: true })
  readonly corrects?: string;
}
