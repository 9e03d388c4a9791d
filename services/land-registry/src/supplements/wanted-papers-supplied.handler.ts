import { Controller } from '@nestjs/common';
import { WantedPapersReceivedV1, WantedPapersSuppliedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks, TimerBook } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { AutomaticSteps } from '../dossiers/automatic-steps';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireDesk, toIntake } from '../dossiers/land-dossier.rules';
import { papersSupplied } from './supplement.rules';
import { PAPERS_TIMER } from './want-papers';

/** M05: the papers are there; the check goes on, by itself where the policy says so. */
@Controller()
export class WantedPapersSuppliedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly tasks: DeskTasks,
    private readonly automatic: AutomaticSteps,
    private readonly clock: Clock,
  ) {}

  @Handles(WantedPapersSuppliedV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<WantedPapersSuppliedV1>): Promise<void> {
    const { dossierCode, requestId, appointmentAt } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireDesk(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    if (dossier.instance.end !== undefined) {
      // the papers crossed the end of the dossier: an officer sees to them
      const text = 'Giấy tờ bổ sung đến sau khi hồ sơ đã kết thúc.';
      this.tasks.open({ kind: 'officer-task', office: dossier.office, dossierCode, text });
      return;
    }
    const supplied = papersSupplied(dossier, message.body, act);
    this.unitOfWork.save(LandDossierEntity, supplied);
    await this.timers.clear(PAPERS_TIMER, dossierCode);
    this.unitOfWork.send(
      WantedPapersReceivedV1,
      { dossierCode, requestId, receivedAt: instantText(act.at), appointmentAt },
      toIntake(supplied),
    );
    await this.automatic.afterReception(supplied, act);
  }
}
