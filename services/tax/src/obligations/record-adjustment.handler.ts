import { Clock, dong, dongText, localDate } from '@lienthong/kernel';
import {
  ObligationReopenedV1,
  type ReopenedItem,
  RevenueBookingAdjustedV1,
  type VoucherLine,
} from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { type Loaded, UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { taxErrors } from '../tax.errors';
import { movedLines, reopened, reopening, takeBack } from './booking-adjustment.rules';
import { Obligation } from './obligation.entity';
import { PayableItem } from './payable-item.entity';
import { recordBooking } from './payable-item.rules';
import { SettleItems } from './settle-items';

type Message = Received<RevenueBookingAdjustedV1>;

function itemsOf({ linesBefore, lines = [] }: RevenueBookingAdjustedV1): readonly string[] {
  return [...linesBefore, ...lines].map(({ payableItemId }) => payableItemId);
}

function dossiersOf(body: RevenueBookingAdjustedV1, loaded: Loaded): readonly string[] {
  return itemsOf(body).flatMap((id) => loaded.get(PayableItem, id)?.dossierCode ?? []);
}

/** F16: a reversed or corrected booking lets items and obligation fall back; what land was told is told anew. */
@Controller()
export class RecordAdjustmentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly money: SettleItems,
    private readonly clock: Clock,
  ) {}

  @Handles(RevenueBookingAdjustedV1, {
    loads: [[PayableItem, itemsOf]],
    thenLoads: [[Obligation, dossiersOf]],
  })
  async handle(message: Message): Promise<void> {
    const { gone, come } = movedLines(message.body);
    const before = new Map<string, Obligation>();
    const open = new Map<string, ReopenedItem[]>();
    for (const line of gone) {
      const item = await this.own(line, message);
      if (item) await this.fallBack(item, message, { before, open });
    }
    for (const line of come) await this.book(line, message);
    for (const [dossierCode, items] of open) await this.tell(before.get(dossierCode), items, message);
  }

  private async fallBack(item: PayableItem, { id: messageId, body }: Message, { before, open }: Fallen): Promise<void> {
    const { confirmationId, reference, entryNumber, bookedOn, adjustment } = body;
    const reversal = { messageId, confirmationId, reference, entryNumber, bookedOn, adjustment };
    const next = takeBack(item, reversal);
    if (next === item) return;
    this.unitOfWork.save(PayableItem, next);
    const obligation = await this.unitOfWork.get(Obligation, item.dossierCode);
    const fallen = reopened(obligation, item.payableItemId);
    if (fallen === obligation) return;
    this.unitOfWork.save(Obligation, fallen);
    if (!before.has(item.dossierCode)) before.set(item.dossierCode, obligation);
    const { payableItemId, noticeNumber, amountDong } = item;
    const told = { payableItemId, noticeNumber, amountDong: dongText(dong(amountDong)), reference };
    open.set(item.dossierCode, [...(open.get(item.dossierCode) ?? []), told]);
  }

  private async book({ payableItemId, amountDong }: VoucherLine, message: Message): Promise<void> {
    const item = await this.own({ payableItemId }, message);
    if (!item) return;
    const { reference, entryNumber, bookedOn, debitDate: paidOn } = message.body;
    await this.money.settle(
      recordBooking(item, { messageId: message.id, reference, amountDong, paidOn, entryNumber, bookedOn }),
    );
  }

  private async tell(before: Obligation | undefined, items: readonly ReopenedItem[], { body }: Message): Promise<void> {
    if (before?.fulfilledOn === undefined) return;
    const cause = body.adjustment === 'reversed' ? ('booking-reversed' as const) : ('booking-corrected' as const);
    const reopenedOn = localDate(this.clock.now());
    const word = reopening({ ...before, fulfilledOn: before.fulfilledOn }, items, { reopenedOn, cause });
    const land = { member: 'land-registry', office: before.landOffice };
    const intake = { member: 'intake', office: before.intakeOffice };
    this.unitOfWork.send(ObligationReopenedV1, word, { fromOffice: before.office, to: [land, intake] });
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

interface Fallen {
  readonly before: Map<string, Obligation>;
  readonly open: Map<string, ReopenedItem[]>;
}
