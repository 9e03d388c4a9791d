import type { NoticeRow, PaymentNotice, RegimeId, SlipFault } from '@lienthong/contracts';
import type { FactConflict } from '../obligations/payable-item.state';
import type { AssessedRevenue } from './assess-transfer.rules';
import type { Assessment } from './assessment.state';

export interface NoticeRowView extends NoticeRow {
  readonly state: 'unpaid' | 'paid' | 'booked';
  readonly paidOn?: string;
  readonly reference?: string;
  readonly entryNumber?: string;
  readonly bookedOn?: string;
  readonly conflicts: readonly FactConflict[];
}

export interface NoticeView extends Omit<PaymentNotice, 'rows'> {
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
  readonly faults?: readonly SlipFault[];
  readonly revenues?: readonly AssessedRevenue[];
  readonly fulfilledOn?: string;
  readonly notices: readonly NoticeView[];
}

/** Notices of a dossier (`$1`), each with its rows in the order of their ids. */
export const noticesOfDossierSql = `
  select n.number, n.form, n.kind, n.issued_on as "issuedOn", n.due_date as "dueDate", n.base_dong as "baseDong",
    (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
       'payableItemId', i.payable_item_id, 'payer', i.payer, 'payerNumber', i.payer_number, 'payerName', i.payer_name,
       'share', i.share, 'amountDong', i.amount_dong::text, 'budgetSubItem', i.budget_sub_item,
       'budgetChapter', i.budget_chapter, 'state', i.state, 'reference', i.reference, 'paidOn', i.paid_on,
       'entryNumber', i.entry_number, 'bookedOn', i.booked_on, 'conflicts', i.conflicts)) order by i.payable_item_id)
     from payable_item i where i.notice_number = n.number and i.dossier_code = $1) as rows
  from payment_notice n where n.dossier_code = $1 order by n.number`;
