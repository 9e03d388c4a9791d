import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import { getTimer, type NoticeAmendment, type NoticeRow, type PaymentNotice } from '@lienthong/contracts';
import type { AssessedRevenue, AssessedRow } from '../assessments/assess-transfer.rules';
import type { ComputedAssessment } from '../assessments/assessment.state';
import type { RevenueKind } from '../charges/charge.state';
import { dueDate } from '../charges/payment-dates.rules';
import type { PayableItem } from '../obligations/payable-item.entity';
import { closed, keptDong, openItem } from '../obligations/payable-item.rules';
import { dueParts, type LoweredPart, loweredParts } from './due-parts.rules';
import type { Issuing, NoticeChanges, NoticePlan, OpenedItem, StandingNotice } from './notice-changes.state';
import { rowOfItem } from './notice-rows.rules';
import { budgetOf, formOf, noticeNumber, payableItemIdOf, paymentTimers } from './payment-notices.rules';
import { changeOf, duties, isOf, totalOf } from './standing-items.rules';

/** Notices while they are drawn up: numbers and ids are given out in the order of the rows. */
export class NoticeDraft {
  private readonly issued: PaymentNotice[] = [];
  private readonly withdrawn: string[] = [];
  private readonly opened: OpenedItem[] = [];
  private readonly closing: PayableItem[] = [];
  private rowNumber = 0;

  constructor(
    private readonly assessment: ComputedAssessment,
    private readonly items: readonly PayableItem[],
    private readonly issuing: Issuing,
  ) {}

  changes(): NoticeChanges {
    return { issued: this.issued, withdrawn: this.withdrawn, opened: this.opened, closed: this.closing };
  }

  add(plan: NoticePlan): void {
    if (plan.kind === 'withdrawn') {
      this.withdrawn.push(plan.old.number);
      for (const item of duties(this.items, plan.old.kind)) this.close(item, 'withdrawn');
      return;
    }
    const { revenue } = plan;
    const newDueDate = this.newDueDate(revenue.kind);
    const raised = plan.kind === 'first' || changeOf(revenue, this.items) === 'raised';
    const notice = {
      number: noticeNumber(
        this.assessment.collection.taxOfficeCode,
        this.issuing.issuedOn,
        this.numberOf(revenue.kind),
      ),
      form: formOf(revenue.kind),
      kind: revenue.kind,
      issuedOn: this.issuing.issuedOn,
      dueDate: raised ? newDueDate : plan.old.dueDate,
      baseDong: revenue.baseDong,
      ...(plan.kind === 'amended' && { amends: this.amendment(revenue, plan.old) }),
    };
    const rows = revenue.rows.flatMap((row) => this.rowsOf(row, notice, newDueDate));
    const gone = duties(this.items, revenue.kind).filter((item) => !revenue.rows.some((row) => isOf(item, row)));
    for (const item of gone) this.close(item, 'amended');
    this.issued.push({ ...notice, rows });
  }

  private numberOf(kind: RevenueKind): number {
    const { ofKind, firstNotice } = this.issuing.numbers;
    return ofKind?.[kind] ?? firstNotice + this.issued.length;
  }

  /** F6: what a person owed stays as it was; an increase is an item of its own, a decrease a smaller one in its place. */
  private rowsOf(row: AssessedRow, notice: Omit<PaymentNotice, 'rows'>, newDueDate: LocalDate): readonly NoticeRow[] {
    const old = duties(this.items, notice.kind).filter((item) => isOf(item, row));
    const [owed, owes] = [totalOf(old), dong(row.amountDong)];
    const deferralKept = old.every(({ deferred }) => deferred === (row.deferred ?? false));
    if (owes >= owed && deferralKept) {
      const kept = old.map((item) => rowOfItem(item, notice));
      if (owes === owed) return kept;
      const increase = { amountDong: owes - owed, isFirst: old.length === 0, dueDate: newDueDate };
      return [...kept, ...dueParts(notice.kind, increase, this.issuing).map((part) => this.open(row, notice, part))];
    }
    if (notice.kind === 'land-use-fee' && owes > 0n) return this.lowered(row, notice, loweredParts(old, owes));
    const paid = old.reduce((sum, item) => sum + keptDong(item), 0n);
    const keptDate = old.reduce((last, item) => (item.dueDate > last ? item.dueDate : last), '');
    const opened =
      owes === 0n
        ? undefined
        : this.open(row, notice, {
            amountDong: owes,
            dueDate: deferralKept ? keptDate : newDueDate,
            publishedDong: owes > paid ? owes - paid : 0n,
          });
    for (const item of old) this.close(item, 'amended', opened?.payableItemId);
    return opened ? [opened] : [];
  }

  /** Instalments that became smaller keep their days, each with an item of its own in its place. */
  private lowered(
    row: AssessedRow,
    notice: Omit<PaymentNotice, 'rows'>,
    parts: readonly LoweredPart[],
  ): readonly NoticeRow[] {
    return parts.flatMap(({ inPlaceOf, ...part }) => {
      const opened = part.amountDong > 0n ? this.open(row, notice, part) : undefined;
      this.close(inPlaceOf, 'amended', opened?.payableItemId);
      return opened ?? [];
    });
  }

  private open(
    { payer, payerNumber, payerName, share, deferred }: AssessedRow,
    notice: Omit<PaymentNotice, 'rows'>,
    {
      amountDong,
      dueDate: due,
      publishedDong = amountDong,
    }: { readonly amountDong: bigint; readonly dueDate: LocalDate; readonly publishedDong?: bigint },
  ): NoticeRow {
    this.rowNumber += 1;
    const row: NoticeRow = {
      payer,
      payerNumber,
      payerName,
      share,
      amountDong: dongText(amountDong),
      payableItemId: payableItemIdOf(this.issuing.numbers.itemGroup, this.rowNumber),
      ...budgetOf(notice.kind, this.issuing.issuedOn),
      ...(due !== notice.dueDate && { dueDate: due }),
      ...(deferred && { deferred }),
    };
    const item = openItem(this.assessment, { ...notice, rows: [] }, row);
    this.opened.push({ item, publishedDong: dongText(deferred ? 0n : publishedDong) });
    return row;
  }

  /** Late interest of what is closed was computed from it, and is closed with it. */
  private close(item: PayableItem, closedFor: 'amended' | 'withdrawn', replacedBy?: string): void {
    const { issuedOn: closedOn } = this.issuing;
    this.closing.push(closed(item, { closedOn, closedFor, ...(replacedBy !== undefined && { replacedBy }) }));
    for (const interest of this.items.filter(({ interestOf }) => interestOf === item.payableItemId))
      this.closing.push(closed(interest, { closedOn, closedFor }));
  }

  private amendment(revenue: AssessedRevenue, { number: replaces }: StandingNotice): NoticeAmendment {
    const difference = dong(revenue.totalDong) - totalOf(duties(this.items, revenue.kind));
    const differenceDong = dongText(difference < 0n ? -difference : difference);
    return { replaces, document: this.issuing.document, change: changeOf(revenue, this.items), differenceDong };
  }

  private newDueDate(kind: RevenueKind): LocalDate {
    const { issuedOn, terms } = this.issuing;
    return dueDate(issuedOn, getTimer(paymentTimers[kind], this.assessment.regime, issuedOn).amount, terms);
  }
}
