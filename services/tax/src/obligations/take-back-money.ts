import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { reopened } from './booking-adjustment.rules';
import { Obligation } from './obligation.entity';
import { Overpayment } from './overpayment.entity';
import { takenBack } from './overpayment.rules';
import { PayableItem } from './payable-item.entity';
import { takeBack, takeBackOffset } from './payable-item.rules';
import type { BookingReversal } from './payable-item.state';

/** An item that was settled and is not any more, with its obligation as it was before. */
export interface FallenItem {
  readonly item: PayableItem;
  readonly before: Obligation;
}

const overpaymentsSql = `
  select overpayment_id as id from overpayment where payable_item_id = $1 and reference = $2 and taken_back_on is null
  order by overpayment_id`;

/** F16: money that does not exist counts nowhere: neither under its item nor where its surplus had gone on. */
@Injectable()
export class TakeBackMoney {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: OfficeTerms,
  ) {}

  /** Every item that fell back; none when the adjustment was taken in before. */
  async of(item: PayableItem, reversal: BookingReversal): Promise<readonly FallenItem[]> {
    const next = takeBack(item, reversal);
    if (next === item) return [];
    return this.fallBack(item, next, reversal.reference);
  }

  private async fallBack(item: PayableItem, next: PayableItem, reference: string): Promise<readonly FallenItem[]> {
    this.unitOfWork.save(PayableItem, next);
    const own = await this.uncount(next);
    if (item.carriedDong === next.carriedDong) return own;
    return [...own, ...(await this.fromSuccessors(item, reference)), ...(await this.fromOverpayments(item, reference))];
  }

  private async uncount(item: PayableItem): Promise<readonly FallenItem[]> {
    const before = await this.unitOfWork.get(Obligation, item.dossierCode);
    const after = reopened(before, item);
    if (after === before) return [];
    this.unitOfWork.save(Obligation, after);
    return after.settled.length < before.settled.length && item.state !== 'deferred' ? [{ item, before }] : [];
  }

  /** Money of a closed item went on to the item in its place, or to one after that. */
  private async fromSuccessors(
    { payableItemId: from, replacedBy }: PayableItem,
    reference: string,
  ): Promise<readonly FallenItem[]> {
    const fallen: FallenItem[] = [];
    for (let id = replacedBy; id !== undefined;) {
      const item: PayableItem = await this.unitOfWork.get(PayableItem, id);
      fallen.push(...(await this.offsetGone(item, reference, from)));
      id = item.replacedBy;
    }
    return fallen;
  }

  private async fromOverpayments({ payableItemId }: PayableItem, reference: string): Promise<readonly FallenItem[]> {
    const fallen: FallenItem[] = [];
    for (const { id } of await this.unitOfWork.query<{ id: string }>(overpaymentsSql, [payableItemId, reference])) {
      const overpayment = await this.unitOfWork.get(Overpayment, id);
      this.unitOfWork.save(Overpayment, takenBack(overpayment, this.terms.today()));
      for (const offset of overpayment.offsets)
        fallen.push(...(await this.offsetGone(await this.unitOfWork.get(PayableItem, offset.payableItemId), reference, id))); // prettier-ignore
    }
    return fallen;
  }

  private async offsetGone(item: PayableItem, reference: string, from: string): Promise<readonly FallenItem[]> {
    const next = takeBackOffset(item, reference, from);
    return next === item ? [] : this.fallBack(item, next, reference);
  }
}
