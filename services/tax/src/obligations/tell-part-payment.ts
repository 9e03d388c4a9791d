import { PartPaymentRecordedV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { overdueItem } from '../overdue/overdue.rules';
import { Obligation } from './obligation.entity';
import type { PayableItem } from './payable-item.entity';

/** F9: the payer hears from the one-stop desk what is left to pay; the land office hears nothing, and so goes on for nobody. */
@Injectable()
export class TellPartPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: OfficeTerms,
  ) {}

  /** The item before and after a booking was taken in. */
  async of(before: PayableItem, after: PayableItem): Promise<void> {
    if (after.state !== 'part-paid' || after.bookedDong === before.bookedDong) return;
    const { dossierCode } = after;
    const { office: fromOffice, intakeOffice } = await this.unitOfWork.get(Obligation, dossierCode);
    const body = { dossierCode, recordedOn: this.terms.today(), item: overdueItem(after) };
    this.unitOfWork.send(PartPaymentRecordedV1, body, { fromOffice, to: [{ member: 'intake', office: intakeOffice }] });
  }
}
