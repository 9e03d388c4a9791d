import { Column } from 'typeorm';

/** Columns that every table of work on a branch has; its key is the dossier code of the chain. */
export abstract class BranchWorkColumns<State extends string> {
  @Column({ name: 'sub_dossier_code', type: 'text' })
  readonly subDossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'asked_by', type: 'text' })
  readonly askedBy: string;

  @Column({ type: 'text' })
  readonly state: State;

  @Column({ name: 'due_at', type: 'timestamptz' })
  readonly dueAt: Date;

  @Column({ type: 'timestamptz' })
  readonly since: Date;

  @Column({ name: 'work_message_id', type: 'text' })
  readonly workMessageId: string;

  @Column({ type: 'jsonb' })
  readonly history: readonly { readonly state: string; readonly at: string; readonly by: string }[];
}
