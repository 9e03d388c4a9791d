import { Injectable } from '@nestjs/common';
import { OpenInvestigation } from '../investigations/open-investigation';
import { AwaitedItems } from './awaited-items';
import type { CreditAdvice } from './credit-advice.state';

/** Keeps an advice that has come or changed: what does not agree in it is asked about, what it waits for has a time-out. */
@Injectable()
export class KeepAdvice {
  constructor(
    private readonly investigations: OpenInvestigation,
    private readonly awaited: AwaitedItems,
  ) {}

  async keep(before: CreditAdvice | undefined, advice: CreditAdvice): Promise<void> {
    if (advice === before) return;
    this.investigations.keep(advice);
    if (before?.state === 'awaiting-items' || advice.state === 'awaiting-items') await this.awaited.watch(advice);
  }
}
