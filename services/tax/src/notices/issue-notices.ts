import { BY_POLICY, type PaymentNotice } from '@lienthong/contracts';
import { type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import { requireReadyToIssue } from '../assessments/assessment.rules';
import type { Assessment, ComputedAssessment } from '../assessments/assessment.state';
import { OfficeTerms } from '../law/office-terms';
import { drawUp, planNotices } from './notice-changes.rules';
import type { NoticeChanges, Standing } from './notice-changes.state';
import { noticeSeries, PAYABLE_ITEM_SERIES } from './payment-notices.rules';
import { RecordNotices } from './record-notices';
import { StandingNotices } from './standing-notices';

/**
 * The step `issue`: first notices (M20), amended ones that name what they replace (M22), withdrawn ones (M23), or the word that
 * nothing is due (M21).
 */
@Injectable()
export class IssueNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: StepPolicies,
    private readonly books: NumberBooks,
    private readonly terms: OfficeTerms,
    private readonly standing: StandingNotices,
    private readonly records: RecordNotices,
  ) {}

  async issueIfAutomatic(assessment: Assessment): Promise<void> {
    if (assessment.state === 'assessed' && (await this.policies.isAutomatic('issue')))
      await this.issue(assessment, BY_POLICY);
  }

  async issue(assessment: Assessment, officer: string): Promise<readonly PaymentNotice[]> {
    const ready = requireReadyToIssue(assessment);
    const issuedAt = this.terms.now();
    const issuedOn = localDate(issuedAt);
    const standing = await this.standing.of(ready.dossierCode);
    const changes = await this.drawnUp(ready, standing, issuedOn);
    this.unitOfWork.save(AssessmentRow, { ...ready, state: 'issued', issuedAt, issuedBy: officer });
    await this.records.record(ready, changes, standing);
    return changes.issued;
  }

  private async drawnUp(
    assessment: ComputedAssessment,
    standing: Standing,
    issuedOn: LocalDate,
  ): Promise<NoticeChanges> {
    const plans = planNotices(assessment, standing);
    const count = plans.filter(({ kind }) => kind !== 'withdrawn').length;
    if (count === 0) {
      const numbers = { firstNotice: 0, itemGroup: 0 };
      return drawUp(assessment, plans, standing, { ...this.issuing(assessment, issuedOn), numbers });
    }
    const firstNotice = await this.books.draw(noticeSeries(assessment.office, issuedOn), count);
    const itemGroup = await this.books.draw(PAYABLE_ITEM_SERIES);
    const numbers = { firstNotice, itemGroup };
    return drawUp(assessment, plans, standing, { ...this.issuing(assessment, issuedOn), numbers });
  }

  private issuing(
    { slipNumber: document }: ComputedAssessment,
    issuedOn: LocalDate,
  ): {
    readonly issuedOn: LocalDate;
    readonly document: string;
    readonly terms: OfficeTerms;
  } {
    return { issuedOn, document, terms: this.terms };
  }
}
