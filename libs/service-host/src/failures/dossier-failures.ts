import { Injectable } from '@nestjs/common';
import { DeskTasks } from '../tasks/desk-tasks';
import { type FailedMessage, MessageFailures } from './message-failures';

/** A message about a dossier that came to nothing. */
export interface FailedOfDossier extends FailedMessage {
  /** Of a chain: the branch whose sub-dossier it names. */
  readonly branch?: string;
}

/** The dossiers of a service, and how one of them takes that a message of it came to nothing. */
export interface FailingDossiers<D> {
  find(dossierCode: string): Promise<D | undefined>;
  /** Returns what an officer is to read; undefined when nobody has to look. */
  note(dossier: D, failed: FailedOfDossier): string | undefined;
}

interface Addressed {
  readonly dossierCode?: string;
  readonly subDossierCode?: string;
}

/** A message of a dossier came to nothing: an officer of the dossier's office sees to it, and nothing is undone. */
@Injectable()
export class DossierFailures {
  constructor(
    private readonly failures: MessageFailures,
    private readonly tasks: DeskTasks,
  ) {}

  /** Says whose dossiers they are. */
  when<D extends { readonly office: string }>(dossiers: FailingDossiers<D>): void {
    this.failures.when((failed) => this.take(dossiers, failed));
  }

  private async take<D extends { readonly office: string }>(
    dossiers: FailingDossiers<D>,
    failed: FailedMessage,
  ): Promise<void> {
    const { dossierCode, subDossierCode } = (failed.body ?? {}) as Addressed;
    const dossier = dossierCode === undefined ? undefined : await dossiers.find(dossierCode);
    if (!dossier || dossierCode === undefined) return;
    const branch = subDossierCode?.split('/')[1];
    const concerned = branch === undefined ? {} : { branch };
    const text = dossiers.note(dossier, { ...failed, ...concerned });
    if (text === undefined) return;
    this.tasks.open({ kind: 'officer-task', office: dossier.office, dossierCode, ...concerned, text });
  }
}
