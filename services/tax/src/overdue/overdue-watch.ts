import { instantOf } from '@lienthong/kernel';
import { TimerBook, timerKey } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
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
  constructor(private readonly timers: TimerBook) {}

  async watch(dossierCode: string, items: readonly PayableItem[]): Promise<void> {
    const on = nextLookOn(items);
    if (on === undefined) await this.timers.clear(OVERDUE_TIMER, dossierCode);
    else await this.timers.set(OVERDUE_TIMER, dossierCode, instantOf(on, 0));
  }
}
