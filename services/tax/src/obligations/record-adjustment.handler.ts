import { ObligationReopenedV1, RevenueBookingAdjustedV1, type VoucherLine } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { type Loaded, UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { OverdueWatch } from '../overdue/overdue-watch';
import { taxErrors } from '../tax.errors';
import { movedLines, reopenedItem, reopening } from './booking-adjustment.rules';
import { Obligation } from './obligation.entity';
import { PayableItem } from './payable-item.entity';
import { recordBooking } from './payable-item.rules';
import { SettleItems, toBoth } from './settle-items';
import { type FallenItem, TakeBackMoney } from './take-back-money';

type Message = Received<RevenueBookingAdjustedV1>;

function itemsOf({ linesBefore, lines = [] }: RevenueBookingAdjustedV1): readonly string[] {
  return [...linesBefore, ...lines].map(({ payableItemId }) => payableItemId);
}

function dossiersOf(body: RevenueBookingAdjustedV1, loaded: Loaded): readonly string[] {
  return itemsOf(body).flatMap((id) => loaded.get(PayableItem, id)?.dossierCode ?? []);
}

/** F16: a reversed or corrected booking lets items and obligation fall back; what was told is told anew. */
@Controller()
export class RecordAdjustmentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly money: SettleItems,
    private readonly takenBack: TakeBackMoney,
    private readonly terms: OfficeTerms,
    private readonly overdue: OverdueWatch,
  ) {}

  @Handles(RevenueBookingAdjustedV1, {
    loads: [[PayableItem, itemsOf]],
    thenLoads: [[Obligation, dossiersOf]],
  })
  async handle(message: Message): Promise<void> {
    const { gone, come } = movedLines(message.body);
    const fallen: FallenItem[] = [];
    for (const line of gone) fallen.push(...(await this.fallBack(line, message)));
    await this.tell(fallen, message);
    for (const line of come) await this.book(line, message);
  }

  private async fallBack(line: VoucherLine, message: Message): Promise<readonly FallenItem[]> {
    const item = await this.own(line, message);
    if (!item) return [];
    const { confirmationId, reference, entryNumber, bookedOn, adjustment } = message.body;
    const reversal = { messageId: message.id, confirmationId, reference, entryNumber, bookedOn, adjustment };
    return this.takenBack.of(item, reversal);
  }

  private async book({ payableItemId, amountDong }: VoucherLine, message: Message): Promise<void> {
    const item = await this.own({ payableItemId }, message);
    if (!item) return;
    const { reference, entryNumber, bookedOn, debitDate: paidOn } = message.body;
    await this.money.settle(
      recordBooking(item, { messageId: message.id, reference, amountDong, paidOn, entryNumber, bookedOn }),
    );
  }

  /** Each dossier that had been told fulfilled, once: what it was told is what stood before the first of its items fell. */
  private async tell(fallen: readonly FallenItem[], { body: { adjustment, reference } }: Message): Promise<void> {
    const first = new Map<string, Obligation>();
    for (const { before } of fallen) if (!first.has(before.dossierCode)) first.set(before.dossierCode, before);
    const cause = adjustment === 'reversed' ? ('booking-reversed' as const) : ('booking-corrected' as const);
    for (const [dossierCode, before] of first) {
      await this.overdue.watchStanding(dossierCode);
      if (before.fulfilledOn === undefined) continue;
      const items = fallen.filter(({ item }) => item.dossierCode === dossierCode);
      const word = reopening(
        { ...before, fulfilledOn: before.fulfilledOn },
        items.map(({ item }) => reopenedItem(item, reference)),
        { reopenedOn: this.terms.today(), cause },
      );
      this.unitOfWork.send(ObligationReopenedV1, word, toBoth(before));
    }
  }

  /** An adjustment may move money between two tax offices: each looks after its own items. */
  private async own(
    { payableItemId }: Pick<VoucherLine, 'payableItemId'>,
    { office }: Message,
  ): Promise<PayableItem | undefined> {
    const item = await this.unitOfWork.find(PayableItem, payableItemId);
    if (!item) throw taxErrors.PAYABLE_ITEM_UNKNOWN({ payableItemId });
    return item.office === office ? item : undefined;
  }
}
