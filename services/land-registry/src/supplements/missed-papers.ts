import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProcessingConcludedV1 } from '@lienthong/contracts';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, TimerBook, TimerWorker } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { toIntake } from '../dossiers/land-dossier.rules';
import { officePapers } from '../dossiers/office-papers.data';
import { openRequest, papersMissed } from './supplement.rules';
import { PAPERS_TIMER } from './want-papers';

/** Papers that nobody brought within their limit: the dossier is stopped in writing (M50). */
@Injectable()
export class MissedPapers implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly books: NumberBooks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.when(PAPERS_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.wake(subject)));
  }

  async wake(dossierCode: string): Promise<void> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    await this.timers.clear(PAPERS_TIMER, dossierCode);
    if (!openRequest(dossier)) return;
    const documentNumber = await this.books.next(officePapers.refusal, dossier.office);
    const act = { at: this.clock.now(), by: 'clock' };
    const stopped = papersMissed(dossier, documentNumber, act);
    this.unitOfWork.save(LandDossierEntity, stopped);
    const { reason = '' } = stopped;
    this.unitOfWork.send(
      ProcessingConcludedV1,
      { dossierCode, outcome: 'rejected', concludedAt: instantText(act.at), reason, documentNumber },
      toIntake(stopped),
    );
  }
}
