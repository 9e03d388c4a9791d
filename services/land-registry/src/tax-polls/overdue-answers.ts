import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook, timerKey } from '@lienthong/service-host';
import { TAX_POLL_TIMER } from './ask-tax-state';

/** So many are found in one transaction. */
export const OVERDUE_AT_ONCE = 50;
const OVERDUE = `
  select dossier_code as code from land_dossier
   where answer_due_at <= $1
     and not exists (select 1 from timer where key = $2 || dossier_code and due_at is not null)
   order by answer_due_at, dossier_code limit $3 for update skip locked`;

/** Finds tax offices that have not answered in time: nothing tells that a message is missing. Each one is asked from then on. */
@Injectable()
export class OverdueAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly clock: Clock,
  ) {}

  /** Returns how many were found. */
  look(): Promise<number> {
    return this.unitOfWork.perform(async () => {
      const now = this.clock.now();
      const place = [now, timerKey(TAX_POLL_TIMER, ''), OVERDUE_AT_ONCE];
      const found = await this.unitOfWork.query<{ code: string }>(OVERDUE, place);
      for (const { code } of found) await this.timers.set(TAX_POLL_TIMER, code, now);
      return found.length;
    });
  }
}
