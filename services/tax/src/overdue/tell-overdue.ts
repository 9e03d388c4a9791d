import {
  DebtNoticedV1,
  DebtNoticedV2,
  OverdueListedV1,
  OverdueListedV2,
  PaymentRemindedV1,
  versionForPayers,
} from '@lienthong/contracts';
import { dongText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerWorker } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { StandingNotices } from '../notices/standing-notices';
import { interestDong } from '../obligations/late-interest-item.rules';
import { Obligation } from '../obligations/obligation.entity';
import { PayableItem } from '../obligations/payable-item.entity';
import { OVERDUE_TIMER, OverdueWatch } from './overdue-watch';
import { lookedAt, overdueItem, overdueOn, type Reminder } from './overdue.rules';

/**
 * F25: reminders to the payer around a due date (M30), the list to the land office the day after it (M24), the debt notice to the
 * payer 30 days later (M25).
 */
@Injectable()
export class TellOverdue implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: StandingNotices,
    private readonly watch: OverdueWatch,
    private readonly worker: TimerWorker,
    private readonly terms: OfficeTerms,
  ) {}

  onModuleInit(): void {
    this.worker.when(OVERDUE_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.tell(subject)));
  }

  async tell(dossierCode: string): Promise<void> {
    const today = this.terms.today();
    const obligation = await this.unitOfWork.get(Obligation, dossierCode);
    const { items } = await this.standing.of(dossierCode);
    const { reminded, listed, noticed } = overdueOn(items, today);
    for (const reminder of reminded) this.remind(obligation, reminder);
    this.list(obligation, listed);
    for (const item of noticed) this.notice(obligation, item);
    const told = items.map((item) => ({
      ...lookedAt(item, today),
      ...(listed.includes(item) && { overdueListedOn: today }),
      ...(noticed.includes(item) && { debtNoticedOn: today }),
    }));
    for (const item of told) this.unitOfWork.save(PayableItem, item);
    await this.watch.watch(dossierCode, told);
  }

  private remind({ dossierCode, office: fromOffice, intakeOffice }: Obligation, { item, daysFromDue }: Reminder): void {
    const body = { dossierCode, remindedOn: this.terms.today(), daysFromDue, item: overdueItem(item) };
    this.unitOfWork.send(PaymentRemindedV1, body, { fromOffice, to: [{ member: 'intake', office: intakeOffice }] });
  }

  private list({ dossierCode, office: fromOffice, landOffice }: Obligation, items: readonly PayableItem[]): void {
    if (items.length === 0) return;
    const body = { dossierCode, listedOn: this.terms.today(), items: items.map(overdueItem) };
    const numbers = items.map(({ payerNumber }) => payerNumber);
    const version = versionForPayers(numbers, OverdueListedV1, OverdueListedV2);
    this.unitOfWork.send(version, body, { fromOffice, to: [{ member: 'land-registry', office: landOffice }] });
  }

  private notice({ dossierCode, office: fromOffice, intakeOffice }: Obligation, item: PayableItem): void {
    const today = this.terms.today();
    const interest = dongText(interestDong(item, this.terms.readings, today));
    const body = { dossierCode, noticedOn: today, item: overdueItem(item), interestDong: interest };
    const version = versionForPayers([item.payerNumber], DebtNoticedV1, DebtNoticedV2);
    this.unitOfWork.send(version, body, { fromOffice, to: [{ member: 'intake', office: intakeOffice }] });
  }
}
