import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { TellDeferredDebt } from '../deferrals/tell-deferred-debt';
import { OfficeTerms } from '../law/office-terms';
import { reopened } from './booking-adjustment.rules';
import { Obligation } from './obligation.entity';
import { Overpayment } from './overpayment.entity';
import { takenBack } from './overpayment.rules';
import { PayableItem } from './payable-item.entity';
import { carriedAway, takeBack, takeBackOffset } from './payable-item.rules';
import type { BookingReversal } from './payable-item.state';

/** An item that was settled and is not any more, with its obligation as it was before. */
export interface FallenItem {
  readonly item: PayableItem;
  readonly before: Obligation;
}

/** F16: money that does not exist counts nowhere: neither under its item nor where its surplus had gone on. */
@Injectable()
export class TakeBackMoney {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: OfficeTerms,
    private readonly deferredDebt: TellDeferredDebt,
  ) {}

  /** Every item that fell back; none when the adjustment was taken in before. */
  async of(item: PayableItem, reversal: BookingReversal): Promise<readonly FallenItem[]> {
    return this.fallBack(item, takeBack(item, reversal), reversal.reference);
  }

  private async fallBack(item: PayableItem, next: PayableItem, reference: string): Promise<readonly FallenItem[]> {
    if (next === item) return [];
    this.unitOfWork.save(PayableItem, next);
    const fallen = await this.uncount(next);
    for (const { to, id } of carriedAway(item, next)) {
      if (to === 'item') fallen.push(...(await this.offsetGone(id, reference, item.payableItemId)));
      else fallen.push(...(await this.overpaymentGone(id, reference)));
    }
    return fallen;
  }

  private async uncount(item: PayableItem): Promise<FallenItem[]> {
    const before = await this.unitOfWork.get(Obligation, item.dossierCode);
    const after = reopened(before, item);
    if (after === before) return [];
    this.unitOfWork.save(Obligation, after);
    if (item.state === 'deferred' && after.fulfilledOn !== undefined) await this.deferredDebt.run(after);
    return after.settled.length < before.settled.length && item.state !== 'deferred' ? [{ item, before }] : [];
  }

  private async offsetGone(payableItemId: string, reference: string, from: string): Promise<readonly FallenItem[]> {
    const item = await this.unitOfWork.get(PayableItem, payableItemId);
    return this.fallBack(item, takeBackOffset(item, reference, from), reference);
  }

  private async overpaymentGone(overpaymentId: string, reference: string): Promise<readonly FallenItem[]> {
    const overpayment = await this.unitOfWork.get(Overpayment, overpaymentId);
    this.unitOfWork.save(Overpayment, takenBack(overpayment, this.terms.today()));
    const fallen: FallenItem[] = [];
    for (const { payableItemId } of overpayment.offsets)
      fallen.push(...(await this.offsetGone(payableItemId, reference, overpaymentId)));
    return fallen;
  }
}
