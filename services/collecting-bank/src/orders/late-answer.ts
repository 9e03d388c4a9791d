import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks, TimerBook, TimerWorker } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PaymentOrderRow } from './payment-order.entity';
import { ANSWER_TIMER } from './payment-orders';

/** T18 has passed without a word of the account system: somebody is told; the order stays pending and keeps its reference. */
@Injectable()
export class LateAnswer implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly tasks: DeskTasks,
  ) {}

  onModuleInit(): void {
    this.worker.when(ANSWER_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.wake(subject)));
  }

  async wake(reference: string): Promise<void> {
    const order = await this.unitOfWork.get(PaymentOrderRow, reference);
    await this.timers.clear(ANSWER_TIMER, reference);
    if (order.state !== 'pending') return;
    const text = `Lệnh nộp ${order.orderNumber} quá 5 phút chưa có kết quả trích nợ (số tham chiếu ${reference}).`;
    this.tasks.open({ kind: 'alarm', office: order.office, dossierCode: reference, text });
  }
}
