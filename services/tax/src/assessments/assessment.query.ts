import type { NoticeAmendment, NoticeRow, PaymentNotice, RegimeId, SlipFault } from '@lienthong/contracts';
import type { NoticeWithdrawal } from '../notices/payment-notice.entity';
import type { FactConflict, ItemPayment, PayableItemState } from '../obligations/payable-item.state';
import type { AssessedRevenue } from './assess-transfer.rules';
import type { Assessment, ConfirmationReason } from './assessment.state';

export interface NoticeRowView extends NoticeRow {
  readonly dueDate: string;
  readonly state: PayableItemState;
  readonly paidDong: string;
  readonly payments: readonly ItemPayment[];
  /** Of the last payment. */
  readonly paidOn?: string;
  readonly reference?: string;
  readonly entryNumber?: string;
  readonly bookedOn?: string;
  readonly replacedBy?: string;
  readonly conflicts: readonly FactConflict[];
}

export interface NoticeView extends Omit<PaymentNotice, 'rows'> {
  readonly slipId: string;
  /** The notice with the rows of all its dossiers, where there are several (F21). */
  readonly whole?: PaymentNotice;
  readonly revenue?: AssessedRevenue;
  readonly amends?: NoticeAmendment;
  readonly supersededBy?: string;
  readonly withdrawal?: NoticeWithdrawal;
  readonly rows: readonly NoticeRowView[];
}

export interface AssessmentView {
  readonly dossierCode: string;
  readonly state: Assessment['state'] | 'fulfilled';
  readonly office: string;
  readonly slipId: string;
  readonly slipNumber: string;
  readonly receivedAt: string;
  readonly regime?: RegimeId;
  /** No number of the regime was read in its text: dates and amounts are to be checked. */
  readonly unverified?: true;
  readonly clockStartedOn?: string;
  readonly noticeLimitOn?: string;
  readonly confirmFor?: readonly ConfirmationReason[];
  readonly confirmedBy?: string;
  readonly faults?: readonly SlipFault[];
  readonly revenues?: readonly AssessedRevenue[];
  readonly fulfilledOn?: string;
  readonly notices: readonly NoticeView[];
  /** Late interest of its items (F18). */
  readonly lateInterest: readonly NoticeRowView[];
}

const ROW = `jsonb_strip_nulls(jsonb_build_object(
  'payableItemId', i.payable_item_id, 'payer', i.payer, 'payerNumber', i.payer_number, 'payerName', i.payer_name,
  'share', i.share, 'amountDong', i.amount_dong::text, 'budgetSubItem', i.budget_sub_item,
  'budgetChapter', i.budget_chapter, 'dueDate', i.due_date, 'state', i.state, 'paidDong', i.paid_dong::text,
  'payments', i.payments, 'reference', i.payments -> -1 -> 'reference', 'paidOn', i.payments -> -1 -> 'paidOn',
  'entryNumber', i.payments -> -1 -> 'entryNumber', 'bookedOn', i.payments -> -1 -> 'bookedOn',
  'deferred', case when i.deferred then true end, 'replacedBy', i.replaced_by, 'conflicts', i.conflicts))`;

/** Notices of a dossier (`$1`), replaced and withdrawn ones too, each with its rows in the order of their ids. */
export const noticesOfDossierSql = `
  select n.number, n.form, n.kind, n.issued_on::text as "issuedOn", n.due_date::text as "dueDate",
    n.base_dong::text as "baseDong", n.slip_id as "slipId", n.whole, n.revenue, n.amends, n.superseded_by as "supersededBy", n.withdrawal,
    (select jsonb_agg(${ROW} order by i.payable_item_id)
     from payable_item i where i.dossier_code = $1 and n.item_ids ? i.payable_item_id) as rows
  from payment_notice n where n.dossier_code = $1 order by n.number`;

/** Late interest of a dossier (`$1`). */
export const lateInterestOfDossierSql = `
  select ${ROW} as row from payable_item i where i.dossier_code = $1 and i.interest_of is not null order by i.payable_item_id`;
