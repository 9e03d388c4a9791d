import { BY_POLICY, type PaymentNotice } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { StepPolicies } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import { requireReadyToIssue } from '../assessments/assessment.rules';
import type { Assessment } from '../assessments/assessment.state';
import { OfficeTerms } from '../law/office-terms';
import { DrawUpNotices } from './draw-up-notices';
import { RecordNotices } from './record-notices';

/**
 * The step `issue`: first notices (M20), amended ones that name what they replace (M22), withdrawn ones (M23), or the word that
 * nothing is due (M21).
 */
@Injectable()
export class IssueNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: StepPolicies,
    private readonly terms: OfficeTerms,
    private readonly drafts: DrawUpNotices,
    private readonly records: RecordNotices,
  ) {}

  async issueIfAutomatic(assessment: Assessment): Promise<void> {
    if (assessment.state === 'assessed' && (await this.policies.isAutomatic('issue')))
      await this.issue(assessment, BY_POLICY);
  }

  async issue(assessment: Assessment, officer: string): Promise<readonly PaymentNotice[]> {
    const ready = requireReadyToIssue(assessment);
    const issuedAt = this.terms.now();
    const { changes, standing } = await this.drafts.of(ready, localDate(issuedAt));
    this.unitOfWork.save(AssessmentRow, { ...ready, state: 'issued', issuedAt, issuedBy: officer });
    await this.records.record(ready, changes, standing);
    return changes.issued;
  }
}
