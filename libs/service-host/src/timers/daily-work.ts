import { Injectable } from '@nestjs/common';
import { addDays, Clock, instantOf, type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { BackgroundParts } from '../health/background-parts';
import { TimerBook, timerKey } from './timer-book';
import { TimerWorker } from './timer-worker';
import { Timer } from './timer.entity';

/** The first day is the one on which the service began; from then on each day sets the next. */
const BEGIN = `
insert into timer (key, kind, subject, due_at, attempts)
select $1, $2, $3, $4, 0 where not exists (select from timer where kind = $2 and due_at is not null)
on conflict (key) do nothing`;

/** What is done once for each day. */
export interface Daily {
  /** Kind of its timers. */
  readonly kind: string;
  /** When the work of a day is done; at the end of the day where it is left out or lies before that. */
  readonly dueAt?: (date: LocalDate) => Date;
  /** At the earliest so long after this process began, for work that looks at what others do when they come back as well. */
  readonly graceMs?: number;
  /** Runs in the unit of work that sets the next day: all of it or nothing. */
  readonly work: (date: LocalDate) => Promise<void>;
}

/**
 * Work that every day brings, done after the day has ended. Each day is done once, also with several instances; days that
 * passed while nobody ran are made up for one by one.
 */
@Injectable()
export class DailyWork {
  private readonly dailies: Daily[] = [];
  private readonly beganAt: Date;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly clock: Clock,
    parts: BackgroundParts,
  ) {
    this.beganAt = clock.now();
    const [start, stop] = [() => this.begin(), async () => undefined];
    parts.add({ name: 'daily-work', start, stop, health: () => ({ ready: true }) });
  }

  /** Said by a module when it is initialised. */
  every(daily: Daily): void {
    this.dailies.push(daily);
    this.worker.when(daily.kind, ({ subject }) => this.unitOfWork.perform(() => this.day(daily, subject)));
  }

  /** One whose day another instance has done meanwhile finds its timer cleared. */
  private async day(daily: Daily, date: LocalDate): Promise<void> {
    const { kind, work } = daily;
    const timer = await this.unitOfWork.find(Timer, timerKey(kind, date));
    if (!timer?.dueAt) return;
    const due = this.dueOf(daily, date);
    if (due > this.clock.now()) return this.timers.again(kind, date, due);
    await work(date);
    await this.timers.clear(kind, date);
    await this.timers.set(kind, addDays(date, 1), endOf(addDays(date, 1)));
  }

  private dueOf({ dueAt = endOf, graceMs = 0 }: Daily, date: LocalDate): Date {
    const rested = new Date(this.beganAt.getTime() + graceMs);
    const due = dueAt(date);
    return due > rested ? due : rested;
  }

  private async begin(): Promise<void> {
    const today = localDate(this.clock.now());
    await this.unitOfWork.perform(async () => {
      for (const { kind } of this.dailies) {
        await this.unitOfWork.query(BEGIN, [timerKey(kind, today), kind, today, endOf(today)]);
      }
    });
  }
}

function endOf(date: LocalDate): Date {
  return instantOf(addDays(date, 1), 0);
}
