import type { PaymentNotice, PaymentNoticesWithdrawnV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { TaxGateway } from '../gateway/tax-gateway';
import { OfficeTerms } from '../law/office-terms';
import { Obligation } from '../obligations/obligation.entity';
import { concluded, fulfilment, obligationOf } from '../obligations/obligation.rules';
import { PayableItem } from '../obligations/payable-item.entity';
import { SettleItems, toBoth } from '../obligations/settle-items';
import { OverdueWatch } from '../overdue/overdue-watch';
import type { NoticeChanges } from './notice-changes.state';
import { noticesIssued, nothingDue } from './notice-messages.rules';
import { asIssued } from './notice-rows.rules';
import { PaymentNoticeRow } from './payment-notice.entity';
import { PublishItems } from './publish-items';
import type { StandingRows } from './standing-notices';

const EXEMPT_NOW = 'Không còn khoản phải nộp';

/** Keeps what was drawn up and tells those whom it concerns; what was issued before is only noted to be followed by it. */
@Injectable()
export class RecordNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: TaxGateway,
    private readonly published: PublishItems,
    private readonly money: SettleItems,
    private readonly terms: OfficeTerms,
    private readonly overdue: OverdueWatch,
  ) {}

  async record(assessment: ComputedAssessment, changes: NoticeChanges, standing: StandingRows): Promise<void> {
    this.saveNotices(assessment, changes, standing);
    const before = await this.unitOfWork.find(Obligation, assessment.dossierCode);
    const items = this.itemsAfter(changes, standing);
    const kept = keptNotices(changes, standing);
    const noticeNumbers = [...kept, ...changes.issued].map(({ number }) => number);
    const after = concluded(obligationOf(assessment, { noticeNumbers, items }, before), this.terms.today());
    this.unitOfWork.save(Obligation, after);
    await this.overdue.watch(assessment.dossierCode, items);
    const notices = noticesToTell(assessment, changes, { kept, items });
    this.tell(assessment, { ...changes, issued: notices }, { before, after });
    for (const item of changes.closed) await this.money.settle(item);
  }

  private saveNotices(assessment: ComputedAssessment, changes: NoticeChanges, { notices }: StandingRows): void {
    const { dossierCode, slipId, slipNumber: document, revenues } = assessment;
    for (const { rows, ...notice } of changes.issued) {
      const revenue = revenues.find(({ kind }) => kind === notice.kind);
      const itemIds = rows.map(({ payableItemId }) => payableItemId);
      this.unitOfWork.save(PaymentNoticeRow, { ...notice, dossierCode, slipId, itemIds, ...(revenue && { revenue }) });
      const old = notices.find(({ number }) => number === notice.amends?.replaces);
      if (old) this.unitOfWork.save(PaymentNoticeRow, { ...old, supersededBy: notice.number });
    }
    const withdrawal = { on: this.terms.today(), reason: EXEMPT_NOW, document };
    for (const old of notices.filter(({ number }) => changes.withdrawn.includes(number)))
      this.unitOfWork.save(PaymentNoticeRow, { ...old, withdrawal });
  }

  /** Saves what was opened and closed; gives what stands now. */
  private itemsAfter({ opened, closed }: NoticeChanges, standing: StandingRows): readonly PayableItem[] {
    for (const { item } of opened) this.unitOfWork.save(PayableItem, item);
    for (const item of closed) this.unitOfWork.save(PayableItem, item);
    const ended = new Set(closed.map(({ payableItemId }) => payableItemId));
    const kept = standing.items.filter(({ payableItemId }) => !ended.has(payableItemId));
    return [...kept, ...opened.map(({ item }) => item)];
  }

  /** M20 and M22 only where something is due; M21 says that nothing is, M40 that all is settled, and either is said once. */
  private tell(
    assessment: ComputedAssessment,
    changes: NoticeChanges,
    { before, after }: { readonly before: Obligation | undefined; readonly after: Obligation },
  ): void {
    const { office, landOffice, collection, slipMessageId: causationId } = assessment;
    const whose = { office, collection, causationId };
    const both = { ...toBoth(after), causationId };
    const concludes = before?.fulfilledOn === undefined ? fulfilment(after) : undefined;
    const isNothingDue = concludes !== undefined && concludes.items.length === 0;
    if (changes.withdrawn.length > 0) this.gateway.noticesWithdrawn(withdrawn(assessment, changes, this.terms), both);
    if (changes.issued.length > 0 && !isNothingDue) {
      const to = [{ member: 'land-registry', office: landOffice }];
      this.gateway.noticesIssued(noticesIssued(assessment, changes.issued), { fromOffice: office, to, causationId });
    }
    this.published.close(changes.closed, whose);
    this.published.publish(changes.opened, whose);
    if (isNothingDue) this.gateway.nothingDue(nothingDue(assessment, after, this.terms.today()), both);
    else if (concludes) this.gateway.obligationFulfilled(concludes, both);
  }
}

function withdrawn(
  { dossierCode, slipNumber: document }: ComputedAssessment,
  { withdrawn: noticeNumbers }: NoticeChanges,
  terms: OfficeTerms,
): PaymentNoticesWithdrawnV1 {
  return { dossierCode, noticeNumbers, withdrawnOn: terms.today(), reason: EXEMPT_NOW, document };
}

function keptNotices(
  { issued, withdrawn: ended }: NoticeChanges,
  { notices }: StandingRows,
): readonly PaymentNoticeRow[] {
  return notices.filter(
    ({ number }) => !ended.includes(number) && !issued.some(({ amends }) => amends?.replaces === number),
  );
}

/**
 * M20 holds the notices that stand for the slip: a slip that changed nothing is answered by the notices as they were issued, so
 * that the land office, which waits for them, goes on (F29).
 */
function noticesToTell(
  { slipId }: ComputedAssessment,
  { issued }: NoticeChanges,
  { kept, items }: { readonly kept: readonly PaymentNoticeRow[]; readonly items: readonly PayableItem[] },
): readonly PaymentNotice[] {
  const isAnswer = issued.length > 0 || kept.some((notice) => notice.slipId !== slipId);
  return isAnswer ? [...issued, ...kept.map((notice) => asIssued(notice, items))] : [];
}
