import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaxStateAskedV1 } from '@lienthong/contracts';
import { Clock, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook, TimerWorker } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded } from '../dossiers/land-dossier.rules';
import { nextQuestion } from './poll-times.rules';
import { TaxPollEntity } from './tax-poll.entity';

/** Timers of answers that a tax office owes. */
export const TAX_POLL_TIMER = 'tax-state';

/** Asks a tax office whose answer is overdue, again and again until it has answered (M16, M17). */
@Injectable()
export class AskTaxState implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.when(TAX_POLL_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.wake(subject)));
  }

  async wake(dossierCode: string): Promise<void> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    const { slip, taxOffice, answerDueAt, office, workMessageId } = dossier;
    const now = this.clock.now();
    if (hasEnded(dossier) || !slip || !taxOffice || !answerDueAt) {
      await this.timers.clear(TAX_POLL_TIMER, dossierCode);
      return;
    }
    if (answerDueAt > now) {
      await this.timers.set(TAX_POLL_TIMER, dossierCode, answerDueAt);
      return;
    }
    const before = await this.unitOfWork.find(TaxPollEntity, dossierCode);
    const isSameAnswer = before?.answerDueAt.getTime() === answerDueAt.getTime();
    const asked = (isSameAnswer ? before.asked : 0) + 1;
    const requestId = newId(this.clock);
    this.unitOfWork.save(TaxPollEntity, { dossierCode, requestId, answerDueAt, asked, askedAt: now });
    await this.timers.again(TAX_POLL_TIMER, dossierCode, nextQuestion(asked, now));
    this.unitOfWork.send(
      TaxStateAskedV1,
      { dossierCode, requestId, slipId: slip.slipId },
      { fromOffice: office, to: [{ member: 'tax', office: taxOffice }], causationId: workMessageId },
    );
  }
}
