import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The scan of a paper of a dossier, as a file in the office's own folder. */
@Entity('held_scan')
export class HeldScanEntity {
  /** `<dossier>|<paper>`. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_held_scan' })
  readonly key: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ name: 'content_type', type: 'text' })
  readonly contentType: string;

  /** Of the bytes, base64url; also the file's name in the folder. */
  @Column({ type: 'text' })
  readonly sha256: string;

  @Column({ name: 'held_by', type: 'text' })
  readonly heldBy: string;

  @Column({ name: 'held_at', type: 'timestamptz' })
  readonly heldAt: Date;
}

export function scanKey(dossierCode: string, paper: string): string {
  return `${dossierCode}|${paper}`;
}
