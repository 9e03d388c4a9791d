import { Module } from '@nestjs/common';
import { TimerBook } from './timer-book';
import { TimerWorker } from './timer-worker';

/** Timers of a service that waits for times; the service lists `Timer` and the migration of timers with its own. */
@Module({ providers: [TimerBook, TimerWorker], exports: [TimerBook, TimerWorker] })
export class TimersModule {}
