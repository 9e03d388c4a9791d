import { type DayList, DayReconciledV1, officeById } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { treasuryErrors } from '../treasury.errors';
import { ReconciliationRow } from './reconciliation.entity';
import { compare, isWhole, reconciledMessage, reconciliationKey, type Side, takePart } from './reconciliation.rules';
import type { Amounts, Comparison, Reconciliation } from './reconciliation.state';

/** What the treasury holds of a bank (by the payer's debit date) and of a tax office (by the first day of booking, without what was taken back), by reference. */
const BOOKS: Readonly<Record<Reconciliation['toldBy'], string>> = {
  'collecting-bank': `select reference, total_dong::text as amount from credit_advice
    where office = $1 and bank_code = $2 and debit_date = $3`,
  tax: `select reference, sum(net)::text as amount from (
      select reference, payable_item_id, sum(amount_dong) as net, min(booked_on) filter (where amount_dong > 0) as since
        from ledger_entry where office = $1 and tax_office_code = $2
         and reference in (select reference from ledger_entry where office = $1 and booked_on = $3)
       group by reference, payable_item_id) standing
    where net <> 0 and since = $3 group by reference`,
};

/** M47: takes a list of a day, compares it with the books, and answers match or differences. */
@Injectable()
export class ReconcileDay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
  ) {}

  async take(message: Received<DayList>, toldBy: Reconciliation['toldBy'], side: string): Promise<void> {
    const { office, body } = message;
    const treasuryCode = officeById('treasury', office, body.date)?.treasuryCode;
    if (treasuryCode !== body.treasuryCode) throw treasuryErrors.OFFICE_UNKNOWN({ code: body.treasuryCode });
    const of: Side = { office, toldBy, side };
    const known = await this.unitOfWork.find(ReconciliationRow, reconciliationKey(of, body.date));
    const taken = takePart(known, of, body);
    if (taken === known) return;
    const next = isWhole(taken) ? compare(taken, await this.books(taken)) : taken;
    this.unitOfWork.save(ReconciliationRow, next);
    if (next.comparison) this.tell(next, next.comparison, message);
  }

  private async books({ office, toldBy, side, date }: Reconciliation): Promise<Amounts> {
    const rows = await this.unitOfWork.query<{ reference: string; amount: string }>(BOOKS[toldBy], [
      office,
      side,
      date,
    ]);
    return Object.fromEntries(rows.map(({ reference, amount }) => [reference, amount]));
  }

  private tell(
    reconciliation: Reconciliation,
    comparison: Comparison,
    { sender, senderOffice, body }: Received<DayList>,
  ): void {
    const { office, toldBy, date, run } = reconciliation;
    this.unitOfWork.send(DayReconciledV1, reconciledMessage(reconciliation, comparison, body.treasuryCode), {
      fromOffice: office,
      to: [{ member: sender === '' ? toldBy : sender, office: senderOffice }],
    });
    if (comparison.matched) return;
    const text = `Đối soát ngày ${date} với ${toldBy}, lần ${run}: ${comparison.differences.length} chênh lệch.`;
    this.tasks.open({ kind: 'officer-task', office, dossierCode: reconciliation.key, text });
  }
}
