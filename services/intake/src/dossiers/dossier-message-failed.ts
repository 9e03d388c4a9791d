import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { failureText } from '@lienthong/procedures';
import { DeskTasks, type FailedMessage, MessageFailures } from '@lienthong/service-host';
import { DossierEntity } from './dossier.entity';

/** What the desk sent about a dossier came to nothing: its clerks see to it; the dossier stays where it is. */
@Injectable()
export class DossierMessageFailed implements OnModuleInit {
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
    const dossier = dossierCode === undefined ? undefined : await this.unitOfWork.read(DossierEntity, dossierCode);
    if (!dossier) return;
    const { code, office } = dossier;
    this.tasks.open({ kind: 'officer-task', office, dossierCode: code, text: failureText(failed) });
  }
}
