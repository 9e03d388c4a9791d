import { Injectable } from '@nestjs/common';
import { PapersWantedV1 } from '@lienthong/contracts';
import { Clock, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, TimerBook } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { toIntake } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Act } from '../dossiers/land-procedure.rules';
import { officePapers } from '../dossiers/office-papers.data';
import { wantPapers } from './supplement.rules';
import type { WantPapersRequest } from './want-papers.request';

/** Timers of papers that citizens have to bring. */
export const PAPERS_TIMER = 'papers';

/** M04: asks for papers in writing, and waits for them until the limit. */
@Injectable()
export class WantPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly timers: TimerBook,
    private readonly clock: Clock,
  ) {}

  async run(dossier: LandDossier, { papers, note }: WantPapersRequest, act: Act): Promise<LandDossier> {
    const { dossierCode, office } = dossier;
    const documentNumber = await this.books.next(officePapers.supplement, office);
    const wanted = { requestId: newId(this.clock), documentNumber, papers, ...(note !== undefined && { note }) };
    const { dossier: waiting, request, until } = wantPapers(dossier, wanted, act);
    this.unitOfWork.save(LandDossierEntity, waiting);
    await this.timers.set(PAPERS_TIMER, dossierCode, until);
    const { by: _officer, ...told } = request;
    this.unitOfWork.send(PapersWantedV1, { dossierCode, ...told }, toIntake(waiting));
    return waiting;
  }
}
