import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { takeFailure } from '@lienthong/procedures';
import { DossierFailures } from '@lienthong/service-host';
import { LandDossierEntity } from './land-dossier.entity';

/** A message of a dossier came to nothing: an officer sees to it. A slip is signed and sent again. */
@Injectable()
export class LandMessageFailed implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly failures: DossierFailures,
  ) {}

  onModuleInit(): void {
    this.failures.when({
      find: (dossierCode) => this.unitOfWork.find(LandDossierEntity, dossierCode),
      note: (dossier, failed) => {
        const taken = takeFailure(dossier.instance, failed);
        if (taken) this.unitOfWork.save(LandDossierEntity, { ...dossier, instance: taken.instance });
        return taken?.text;
      },
    });
  }
}
