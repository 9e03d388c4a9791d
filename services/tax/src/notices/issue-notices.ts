import { localDate } from '@lienthong/kernel';
import {
  BY_POLICY,
  officeByTreasuryCode,
  PayableItemPublishedV1,
  type PaymentNotice,
  PaymentNoticesIssuedV1,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { requireReadyToIssue } from '../assessments/assessment.rules';
import type { Assessment, ComputedAssessment } from '../assessments/assessment.state';
import { OfficeTerms } from '../law/office-terms';
import { taxErrors } from '../tax.errors';
import { Obligation } from '../obligations/obligation.entity';
import { obligationOf } from '../obligations/obligation.rules';
import { PayableItem } from '../obligations/payable-item.entity';
import { unpaidItem } from '../obligations/payable-item.rules';
import { PaymentNoticeRow } from './payment-notice.entity';
import { isPayable, noticeSeries, PAYABLE_ITEM_SERIES, paymentNotices, publishedItem } from './payment-notices.rules';

const COLLECTING_BANK = { member: 'collecting-bank', office: 'head-office' } as const;

/** The step `issue`: notices to the land office (M20), payable items to bank and treasury (M31), the obligation opened. */
@Injectable()
export class IssueNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly policies: StepPolicies,
    private readonly books: NumberBooks,
    private readonly terms: OfficeTerms,
  ) {}

  async issueIfAutomatic(assessment: ComputedAssessment): Promise<void> {
    if (await this.policies.isAutomatic('issue')) await this.issue(assessment, BY_POLICY);
  }

  async issue(assessment: Assessment, officer: string): Promise<readonly PaymentNotice[]> {
    const ready = requireReadyToIssue(assessment);
    const issuedAt = this.terms.now();
    const issuedOn = localDate(issuedAt);
    const [firstNotice, itemGroup] = await Promise.all([
      this.books.draw(noticeSeries(ready.office, issuedOn), ready.revenues.filter(isPayable).length),
      this.books.draw(PAYABLE_ITEM_SERIES),
    ]);
    const notices = paymentNotices(ready, issuedOn, { firstNotice, itemGroup }, this.terms);
    this.assessments.save({ ...ready, state: 'issued', issuedAt, issuedBy: officer });
    this.record(ready, notices);
    this.announce(ready, notices);
    return notices;
  }

  private record(assessment: ComputedAssessment, notices: readonly PaymentNotice[]): void {
    const { dossierCode, slipId } = assessment;
    const items = notices.flatMap((notice) => notice.rows.map((row) => unpaidItem(assessment, notice, row)));
    for (const { rows: _rows, ...notice } of notices)
      this.unitOfWork.save(PaymentNoticeRow, { ...notice, dossierCode, slipId });
    for (const item of items) this.unitOfWork.save(PayableItem, item);
    this.unitOfWork.save(Obligation, obligationOf(assessment, items));
  }

  private announce(assessment: ComputedAssessment, notices: readonly PaymentNotice[]): void {
    const { dossierCode, slipId, slipNumber, collection, office: fromOffice, slipMessageId: causationId } = assessment;
    const land = [{ member: 'land-registry', office: assessment.landOffice }];
    this.unitOfWork.send(
      PaymentNoticesIssuedV1,
      { dossierCode, slipId, slipNumber, notices, collection },
      { fromOffice, to: land, causationId },
    );
    const collectors = [COLLECTING_BANK, { member: 'treasury', office: this.treasuryOf(assessment) }];
    for (const notice of notices) {
      for (const row of notice.rows) {
        this.unitOfWork.send(PayableItemPublishedV1, publishedItem(notice, row, assessment), {
          fromOffice,
          to: collectors,
          causationId,
        });
      }
    }
  }

  private treasuryOf({ collection }: ComputedAssessment): string {
    const office = officeByTreasuryCode(collection.treasuryCode, this.terms.today());
    if (!office) throw taxErrors.COLLECTION_UNKNOWN({ member: 'treasury', communeCode: collection.areaCode });
    return office.id;
  }
}
