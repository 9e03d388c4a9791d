import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { failureText, noteFailure, versionOf } from '@lienthong/procedures';
import { DeskTasks, type FailedMessage, MessageFailures } from '@lienthong/service-host';
import { LandDossierEntity } from './land-dossier.entity';

/** A message of a dossier came to nothing: an officer sees to it, and nothing is undone. A slip is signed and sent again. */
@Injectable()
export class LandMessageFailed implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
    private readonly failures: MessageFailures,
  ) {}

  onModuleInit(): void {
    this.failures.when((failed) => this.take(failed));
  }

  private async take(failed: FailedMessage): Promise<void> {
    const { dossierCode } = (failed.body ?? {}) as { readonly dossierCode?: string };
    const dossier = dossierCode === undefined ? undefined : await this.unitOfWork.find(LandDossierEntity, dossierCode);
    if (!dossier) return;
    const { type, at } = failed;
    const reason = failureText(failed);
    const { instance, isOvertaken } = noteFailure(versionOf(dossier.instance), dossier.instance, { type, at, reason });
    if (isOvertaken) return;
    this.unitOfWork.save(LandDossierEntity, { ...dossier, instance });
    this.tasks.open({ kind: 'officer-task', office: dossier.office, dossierCode: dossier.dossierCode, text: reason });
  }
}
