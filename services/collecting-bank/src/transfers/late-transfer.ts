import { UnitOfWork } from '@lienthong/persistence';
import { TimerWorker } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LATE_TRANSFER_TIMER, TransferMoney } from './transfer-money';

@Injectable()
export class LateTransfer implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worker: TimerWorker,
    private readonly transfers: TransferMoney,
  ) {}

  onModuleInit(): void {
    this.worker.when(LATE_TRANSFER_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.transfers.late(subject)));
  }
}
