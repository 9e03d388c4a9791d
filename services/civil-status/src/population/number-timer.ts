import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimerWorker } from '@lienthong/service-host';
import { ObtainNumber } from './obtain-number';
import { NUMBER_TIMER } from './want-number';

/** Wakes the work on numbers. */
@Injectable()
export class NumberTimer implements OnModuleInit {
  constructor(
    private readonly worker: TimerWorker,
    private readonly obtain: ObtainNumber,
  ) {}

  onModuleInit(): void {
    this.worker.when(NUMBER_TIMER, (woken) => this.obtain.wake(woken));
  }
}
