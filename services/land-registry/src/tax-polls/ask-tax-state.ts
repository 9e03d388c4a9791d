import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaxStateAskedV1 } from '@lienthong/contracts';
import { Clock, localDate, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook, TimerWorker } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { landErrors } from '../land-registry.errors';
import { payableUntil } from './answer-due.rules';
import { mayAskAgain, nextQuestion, paymentMayBeKnown } from './poll-times.rules';
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
    const { answerDueAt } = dossier;
    if (hasEnded(dossier) || !answerDueAt) return this.timers.clear(TAX_POLL_TIMER, dossierCode);
    if (answerDueAt > this.clock.now()) return this.timers.set(TAX_POLL_TIMER, dossierCode, answerDueAt);
    const { next } = await this.ask(dossier, answerDueAt);
    await this.timers.again(TAX_POLL_TIMER, dossierCode, next);
  }

  /** An officer does not wait for the time. @throws land-registry.NOTHING_AWAITED_OF_TAX */
  async askNow(dossier: LandDossier): Promise<Pick<TaxPollEntity, 'requestId' | 'askedAt'>> {
    const { dossierCode, answerDueAt, status } = dossier;
    if (hasEnded(dossier) || !answerDueAt) throw landErrors.NOTHING_AWAITED_OF_TAX({ dossierCode, status });
    const before = await this.unitOfWork.find(TaxPollEntity, dossierCode);
    if (before && !mayAskAgain(before.askedAt, this.clock.now())) return before;
    const { poll, next } = await this.ask(dossier, answerDueAt);
    await this.timers.set(TAX_POLL_TIMER, dossierCode, next);
    return poll;
  }

  private async ask(
    dossier: LandDossier,
    answerDueAt: Date,
  ): Promise<{ readonly poll: TaxPollEntity; readonly next: Date }> {
    const { dossierCode, slip, taxOffice, office, workMessageId, status } = dossier;
    if (!slip || !taxOffice) throw landErrors.NOTHING_AWAITED_OF_TAX({ dossierCode, status });
    const now = this.clock.now();
    const until = payableUntil(dossier) ?? answerDueAt;
    const hasTime = until > now;
    const overdue = hasTime ? answerDueAt : until;
    const before = await this.unitOfWork.find(TaxPollEntity, dossierCode);
    const isSameAnswer = before?.answerDueAt.getTime() === overdue.getTime();
    const asked = (isSameAnswer ? before.asked : 0) + 1;
    const poll = { dossierCode, requestId: newId(this.clock), answerDueAt: overdue, asked, askedAt: now };
    this.unitOfWork.save(TaxPollEntity, poll);
    const next = hasTime ? paymentMayBeKnown(localDate(now)) : nextQuestion(asked, now);
    this.unitOfWork.send(
      TaxStateAskedV1,
      { dossierCode, requestId: poll.requestId, slipId: slip.slipId },
      { fromOffice: office, to: [{ member: 'tax', office: taxOffice }], causationId: workMessageId },
    );
    return { poll, next: hasTime && next > until ? until : next };
  }
}
