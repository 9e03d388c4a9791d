import type { PaymentNotice } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { OfficeTerms } from '../law/office-terms';
import { Obligation } from '../obligations/obligation.entity';
import { concluded, obligationOf } from '../obligations/obligation.rules';
import { PayableItem } from '../obligations/payable-item.entity';
import { SettleItems } from '../obligations/settle-items';
import { OverdueWatch } from '../overdue/overdue-watch';
import type { NoticeChanges } from './notice-changes.state';
import { EXEMPT_NOW } from './notice-messages.rules';
import { asIssued } from './notice-rows.rules';
import { noticeKey, PaymentNoticeRow } from './payment-notice.entity';
import type { StandingRows } from './standing-notices';
import { TellNotices } from './tell-notices';

/** Keeps what was drawn up and tells those whom it concerns; what was issued before is only noted to be followed by it. */
@Injectable()
export class RecordNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly words: TellNotices,
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
    this.words.issued(assessment, { ...changes, issued: notices }, { before, after });
    for (const item of changes.closed) await this.money.settle(item);
  }

  private saveNotices(assessment: ComputedAssessment, changes: NoticeChanges, { notices }: StandingRows): void {
    const { dossierCode, slipId, slipNumber: document, revenues } = assessment;
    for (const { rows, ...notice } of changes.issued) {
      const revenue = revenues.find(({ kind }) => kind === notice.kind);
      const key = noticeKey(notice.number, dossierCode);
      const itemIds = rows.map(({ payableItemId }) => payableItemId);
      const whole = changes.whole?.get(notice.number);
      const issued = { ...notice, key, dossierCode, slipId, itemIds, ...(whole && { whole }) };
      this.unitOfWork.save(PaymentNoticeRow, { ...issued, ...(revenue && { revenue }) });
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
  { issued, whole }: NoticeChanges,
  { kept, items }: { readonly kept: readonly PaymentNoticeRow[]; readonly items: readonly PayableItem[] },
): readonly PaymentNotice[] {
  const isAnswer = issued.length > 0 || kept.some((notice) => notice.slipId !== slipId);
  const told = issued.map((notice) => whole?.get(notice.number) ?? notice);
  return isAnswer ? [...told, ...kept.map((notice) => asIssued(notice, items))] : [];
}
