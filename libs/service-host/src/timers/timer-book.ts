import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { Timer } from './timer.entity';

/** Sets and clears timers inside a unit of work: they stand exactly when the work that wants them commits. */
@Injectable()
export class TimerBook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Wakes the handler of `kind` for this subject at that instant; a timer that stood is moved. */
  async set(kind: string, subject: string, dueAt: Date): Promise<void> {
    const key = timerKey(kind, subject);
    const known = await this.unitOfWork.find(Timer, key);
    if (known?.dueAt?.getTime() === dueAt.getTime()) return;
    this.unitOfWork.save(Timer, { key, kind, subject, dueAt, attempts: 0 });
  }

  /** Nothing is waited for any more. */
  async clear(kind: string, subject: string): Promise<void> {
    const known = await this.unitOfWork.find(Timer, timerKey(kind, subject));
    if (!known?.dueAt) return;
    const { dueAt: _dueAt, ...rest } = known;
    this.unitOfWork.save(Timer, { ...rest, attempts: 0 });
  }

  /** Wakes it again later: it was woken, and what it waits for has not come. */
  async again(kind: string, subject: string, dueAt: Date): Promise<void> {
    const known = await this.unitOfWork.get(Timer, timerKey(kind, subject));
    this.unitOfWork.save(Timer, { ...known, dueAt });
  }
}

/** Key of the timer of a kind for a subject. */
export function timerKey(kind: string, subject: string): string {
  return `${kind}|${subject}`;
}
