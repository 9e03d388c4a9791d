import {
  LateInterestChargedV1,
  LateInterestChargedV2,
  OverpaymentRecordedV1,
  OverpaymentRecordedV2,
  versionForPayers,
} from '@lienthong/contracts';
import { dong, dongText, newId } from '@lienthong/kernel';
import { type SendOptions, UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { PublishItems } from '../notices/publish-items';
import { PAYABLE_ITEM_SERIES, payableItemIdOf } from '../notices/payment-notices.rules';
import { chargedInterest, interestDong } from './late-interest-item.rules';
import { Obligation } from './obligation.entity';
import { concluded, settle, withItem } from './obligation.rules';
import { Overpayment } from './overpayment.entity';
import { overpaymentMessage, overpaymentOf } from './overpayment.rules';
import { PayableItem } from './payable-item.entity';
import { carried, remainderDong, settledItem, surplusOf, withOffset } from './payable-item.rules';
import { TellSettled } from './tell-settled';
import type { CarriedMoney, ItemPayment } from './payable-item.state';

/** What follows when money was booked: what is too much goes on, what was late bears interest, what is settled counts. */
@Injectable()
export class SettleItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly terms: OfficeTerms,
    private readonly items: PublishItems,
    private readonly told: TellSettled,
  ) {}

  /** Saves the item, and all that follows from it. */
  async settle(changed: PayableItem): Promise<void> {
    this.unitOfWork.save(PayableItem, changed);
    await this.count(changed);
    let item = changed;
    for (const { place, money } of surplusOf(changed)) item = carried(item, place, await this.carryOn(changed, money));
    if (item !== changed) this.unitOfWork.save(PayableItem, item);
  }

  /** The remainder to which closed money belongs is paid by it first; what nobody owes is overpaid (M45). */
  private async carryOn(item: PayableItem, money: ItemPayment): Promise<readonly CarriedMoney[]> {
    const next = await this.successorOf(item);
    const open = next ? remainderDong(next) : 0n;
    const amount = dong(money.amountDong);
    const taken = amount < open ? amount : open;
    const gone: CarriedMoney[] = [];
    if (next && taken > 0n) {
      const offset = { ...money, amountDong: dongText(taken), from: item.payableItemId };
      await this.settle(withOffset(next, offset));
      gone.push({ to: 'item', id: next.payableItemId, amountDong: offset.amountDong });
    }
    if (amount > taken) gone.push(await this.overpaid(item, { ...money, amountDong: dongText(amount - taken) }));
    return gone;
  }

  private async successorOf({ replacedBy }: PayableItem): Promise<PayableItem | undefined> {
    const next = replacedBy === undefined ? undefined : await this.unitOfWork.get(PayableItem, replacedBy);
    return next?.state === 'closed' ? this.successorOf(next) : next;
  }

  private async overpaid(item: PayableItem, money: ItemPayment): Promise<CarriedMoney> {
    const at = this.terms.now();
    const overpayment = overpaymentOf(item, money, { overpaymentId: newId(this.terms), at });
    this.unitOfWork.save(Overpayment, overpayment);
    const body = overpaymentMessage(overpayment, this.terms.today());
    const version = versionForPayers([body.payerNumber], OverpaymentRecordedV1, OverpaymentRecordedV2);
    this.unitOfWork.send(version, body, toBoth(await this.obligationOf(item)));
    return { to: 'overpayment', id: overpayment.overpaymentId, amountDong: overpayment.amountDong };
  }

  private async count(item: PayableItem): Promise<void> {
    const settled = settledItem(item);
    if (!settled) return;
    const before = await this.obligationOf(item);
    const counted = settle(before, settled);
    if (counted === before) return;
    const owed = await this.withInterest(counted, item);
    const after = concluded(owed, this.terms.today());
    this.unitOfWork.save(Obligation, after);
    await this.told.run(item, { before, after }, toBoth(after));
  }

  private async withInterest(obligation: Obligation, late: PayableItem): Promise<Obligation> {
    const { readings } = this.terms;
    const interest = interestDong(late, readings);
    const chargedDong = interest === 0n ? 0n : await this.chargedBefore(obligation, late);
    if (interest <= chargedDong) return obligation;
    const payableItemId = payableItemIdOf(await this.books.draw(PAYABLE_ITEM_SERIES), 1);
    const chargedOn = this.terms.today();
    const charged = chargedInterest(late, readings, { payableItemId, chargedOn, chargedDong });
    if (!charged) return obligation;
    this.unitOfWork.save(PayableItem, charged.item);
    this.items.publish([{ item: charged.item, publishedDong: charged.message.amountDong }], obligation);
    const version = versionForPayers([late.payerNumber], LateInterestChargedV1, LateInterestChargedV2);
    this.unitOfWork.send(version, charged.message, toBoth(obligation));
    return withItem(obligation, payableItemId);
  }

  /** Paid again after its booking was taken back: only what was not charged then (F16, F18). */
  private async chargedBefore({ itemIds }: Obligation, late: PayableItem): Promise<bigint> {
    let sum = 0n;
    for (const id of itemIds) {
      const item = await this.unitOfWork.get(PayableItem, id);
      if (item.interestOf === late.payableItemId) sum += dong(item.amountDong);
    }
    return sum;
  }

  private obligationOf({ dossierCode }: PayableItem): Promise<Obligation> {
    return this.unitOfWork.get(Obligation, dossierCode);
  }
}

/** The land office of the dossier and its one-stop desk, which tells the citizen. */
export function toBoth({ office: fromOffice, landOffice, intakeOffice }: Obligation): SendOptions {
  const to = [
    { member: 'land-registry', office: landOffice },
    { member: 'intake', office: intakeOffice },
  ];
  return { fromOffice, to };
}
