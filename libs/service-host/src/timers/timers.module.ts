import { Module } from '@nestjs/common';
import { DailyWork } from './daily-work';
import { TimerBook } from './timer-book';
import { TimerWorker } from './timer-worker';

/** Timers of a service that waits for times; the service lists `Timer` and the migration of timers with its own. */
@Module({ providers: [TimerBook, TimerWorker, DailyWork], exports: [TimerBook, TimerWorker, DailyWork] })
export class TimersModule {}
