import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { failureText } from '@lienthong/procedures';
import { DossierFailures } from '@lienthong/service-host';
import { DossierEntity } from './dossier.entity';

/** What the desk sent about a dossier came to nothing: its clerks see to it; the dossier stays where it is. */
@Injectable()
export class DossierMessageFailed implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly failures: DossierFailures,
  ) {}

  onModuleInit(): void {
    this.failures.when({
      find: (dossierCode) => this.unitOfWork.read(DossierEntity, dossierCode),
      note: (_dossier, failed) => failureText(failed),
    });
  }
}
