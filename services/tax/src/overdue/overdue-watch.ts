import { instantOf } from '@lienthong/kernel';
import { TimerBook, timerKey } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { StandingNotices } from '../notices/standing-notices';
import type { PayableItem } from '../obligations/payable-item.entity';
import { nextLookOn } from './overdue.rules';

/** Timers of dossiers that owe something; the subject is the dossier code. */
export const OVERDUE_TIMER = 'overdue';

/** Key of the timer of a dossier. */
export function overdueTimerOf(dossierCode: string): string {
  return timerKey(OVERDUE_TIMER, dossierCode);
}

/** Keeps one timer for each dossier of which something is to be told when it is not paid. */
@Injectable()
export class OverdueWatch {
  constructor(
    private readonly timers: TimerBook,
    private readonly standing: StandingNotices,
  ) {}

  /** What was paid is owed again. */
  async watchStanding(dossierCode: string): Promise<void> {
    const { items } = await this.standing.of(dossierCode);
    await this.watch(dossierCode, items);
  }

  async watch(dossierCode: string, items: readonly PayableItem[]): Promise<void> {
    const on = nextLookOn(items);
    if (on === undefined) await this.timers.clear(OVERDUE_TIMER, dossierCode);
    else await this.timers.set(OVERDUE_TIMER, dossierCode, instantOf(on, 0));
  }
}
