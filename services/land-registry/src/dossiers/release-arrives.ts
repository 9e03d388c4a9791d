import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerWorker } from '@lienthong/service-host';
import { AwaitedRelease, RELEASE_TIMER } from '../encumbrances/awaited-release';
import { AUTOMATIC } from './act';
import { AutomaticSteps } from './automatic-steps';
import { LandDossierEntity } from './land-dossier.entity';

/** Looks again whether the deregistration has come with which a conveyance was filed together; an officer may have been quicker. */
@Injectable()
export class ReleaseArrives implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly awaited: AwaitedRelease,
    private readonly automatic: AutomaticSteps,
    private readonly worker: TimerWorker,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.when(RELEASE_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.wake(subject)));
  }

  async wake(dossierCode: string): Promise<void> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    await this.awaited.clear(dossierCode);
    if (dossier.status !== 'received') return;
    await this.automatic.afterReception(dossier, { at: this.clock.now(), by: AUTOMATIC });
  }
}
