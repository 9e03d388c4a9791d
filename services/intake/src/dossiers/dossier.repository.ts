import { Injectable } from '@nestjs/common';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { DossierChangeEntity } from './dossier-change.entity';
import { DossierEntity } from './dossier.entity';
import type { Decided, Dossier } from './dossier.state';

/** Dossiers with their history: a dossier is never saved without the lines its decision added. */
@Injectable()
export class Dossiers {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  get(code: string): Promise<Dossier> {
    return this.unitOfWork.get(DossierEntity, code);
  }

  /** For looking only: not locked. @throws persistence.NOT_FOUND */
  async read(code: string): Promise<Dossier> {
    const dossier = await this.unitOfWork.read(DossierEntity, code);
    if (!dossier) throw persistenceErrors.NOT_FOUND({ entity: 'dossier', key: code });
    return dossier;
  }

  /** For looking only, where there may be none. */
  find(code: string): Promise<Dossier | undefined> {
    return this.unitOfWork.read(DossierEntity, code);
  }

  save({ dossier, changes }: Decided): void {
    this.unitOfWork.save(DossierEntity, dossier);
    for (const change of changes) this.unitOfWork.save(DossierChangeEntity, change);
  }
}
