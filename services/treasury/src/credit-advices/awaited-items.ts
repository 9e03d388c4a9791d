import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks, TimerBook, TimerWorker } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TreasuryConfig } from '../treasury.config';
import { CreditAdviceRow } from './credit-advice.entity';
import { waitedTooLong } from './credit-advice.rules';
import type { CreditAdvice } from './credit-advice.state';

const KIND = 'awaited-items';
const HOUR_MS = 3_600_000;

/** F14: money that comes before its notice is parked; when the notice does not come in time, somebody is alarmed, once. */
@Injectable()
export class AwaitedItems implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly tasks: DeskTasks,
    private readonly config: TreasuryConfig,
  ) {}

  onModuleInit(): void {
    this.worker.when(KIND, ({ subject }) => this.unitOfWork.perform(() => this.wake(subject)));
  }

  /** Sets the time-out of an advice that waits, and clears that of one that does not. */
  async watch(advice: CreditAdvice): Promise<void> {
    const { reference, receivedAt, state } = advice;
    const dueAt = new Date(receivedAt.getTime() + this.config.awaitItemsHours * HOUR_MS);
    if (state === 'awaiting-items') await this.timers.set(KIND, reference, dueAt);
    else await this.timers.clear(KIND, reference);
  }

  async wake(reference: string): Promise<void> {
    const advice = await this.unitOfWork.get(CreditAdviceRow, reference);
    await this.timers.clear(KIND, reference);
    const late = waitedTooLong(advice);
    if (late === advice) return;
    this.unitOfWork.save(CreditAdviceRow, late);
    const items = late.reasons.flatMap(({ payableItemId }) => payableItemId ?? []).join(', ');
    const text = `Báo có ${reference} chờ quá hạn: cơ quan thuế chưa công bố khoản phải nộp ${items}.`;
    // the treasury knows of no dossier: its tasks are about references
    this.tasks.open({ kind: 'alarm', office: advice.office, dossierCode: reference, text });
  }
}
