import { DebtAskedV1, DebtAskedV2, type DebtRow, DebtToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';

/** Dossier and number have to match in one row: neither is looked up alone, so that nothing tells which of them was wrong. */
const debtsSql = `
  select payable_item_id as "payableItemId", notice_number as "noticeNumber", budget_sub_item as "budgetSubItem",
    budget_chapter as "budgetChapter", (amount_dong + carried_dong - paid_dong)::text as "openDong", due_date::text as "dueDate", deferred
  from payable_item
  where dossier_code = $1 and payer_number = $2 and office = $3 and state in ('unpaid', 'part-paid', 'deferred')
  order by payable_item_id limit 200`;

/** M31: the debts of the person who asks, of no other party; the same answer for a wrong dossier and for a wrong number. */
@Controller()
export class DebtAskedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: OfficeTerms,
  ) {}

  @Handles([DebtAskedV1, DebtAskedV2])
  async handle({ body, office, sender, senderOffice }: Received<DebtAskedV1>): Promise<void> {
    const { queryId, dossierCode, payerNumber } = body;
    const found = await this.unitOfWork.query<DebtRow>(debtsSql, [dossierCode, payerNumber, office]);
    const rows = found.map(({ deferred, ...row }) => ({ ...row, ...(deferred && { deferred }) }));
    const answer = { queryId, answeredAt: instantText(this.terms.now()), rows };
    this.unitOfWork.send(DebtToldV1, answer, { fromOffice: office, to: [{ member: sender, office: senderOffice }] });
  }
}
