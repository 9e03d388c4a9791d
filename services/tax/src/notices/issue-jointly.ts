import type { PaymentNotice } from '@lienthong/contracts';
import { localDate, type LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { OfficeTerms } from '../law/office-terms';
import { taxErrors } from '../tax.errors';
import { payableKinds, requireJoint, wholeNotices } from './joint-notices.rules';
import { drawUp, planNotices } from './notice-changes.rules';
import type { NoticeChanges } from './notice-changes.state';
import { type DrawnNumbers, noticeSeries, PAYABLE_ITEM_SERIES } from './payment-notices.rules';
import { RecordNotices } from './record-notices';
import { StandingNotices, type StandingRows } from './standing-notices';

/** A dossier with what is drawn up for it. */
interface DrawnUp {
  readonly assessment: ComputedAssessment;
  readonly changes: NoticeChanges;
  readonly standing: StandingRows;
}

/** First notices of several dossiers, one for each kind of revenue: the rows name their dossiers, each is settled by its own (F21). */
@Injectable()
export class IssueJointly {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly terms: OfficeTerms,
    private readonly standing: StandingNotices,
    private readonly records: RecordNotices,
  ) {}

  async issue(assessments: readonly ComputedAssessment[], officer: string): Promise<readonly PaymentNotice[]> {
    requireJoint(assessments);
    const issuedAt = this.terms.now();
    const drawn = await this.drawUp(assessments, localDate(issuedAt));
    const whole = wholeNotices(
      drawn.map(({ assessment: { dossierCode }, changes: { issued } }) => ({ dossierCode, issued })),
    );
    for (const { assessment, changes, standing } of drawn) {
      this.unitOfWork.save(AssessmentRow, { ...assessment, state: 'issued', issuedAt, issuedBy: officer });
      await this.records.record(assessment, { ...changes, whole }, standing);
    }
    const issued = drawn.flatMap(({ changes }) => changes.issued);
    return [...new Map(issued.map((notice) => [notice.number, whole.get(notice.number) ?? notice])).values()];
  }

  private async drawUp(assessments: readonly ComputedAssessment[], issuedOn: LocalDate): Promise<readonly DrawnUp[]> {
    const shared = await this.sharedNumbers(assessments, issuedOn);
    const drawn: DrawnUp[] = [];
    for (const assessment of assessments) {
      const { dossierCode, slipNumber: document } = assessment;
      const standing = await this.standing.of(dossierCode);
      if (standing.notices.length > 0) throw taxErrors.NOTICES_NOT_FIRST({ dossierCode });
      const numbers = { ...shared, itemGroup: await this.books.draw(PAYABLE_ITEM_SERIES) };
      const issuing = { issuedOn, document, numbers, terms: this.terms };
      drawn.push({
        assessment,
        changes: drawUp(assessment, planNotices(assessment, standing), standing, issuing),
        standing,
      });
    }
    return drawn;
  }

  private async sharedNumbers(
    assessments: readonly ComputedAssessment[],
    issuedOn: LocalDate,
  ): Promise<Pick<DrawnNumbers, 'firstNotice' | 'ofKind'>> {
    const [kinds, office] = [payableKinds(assessments), assessments[0]?.office];
    if (kinds.length === 0 || office === undefined) return { firstNotice: 0 };
    const firstNotice = await this.books.draw(noticeSeries(office, issuedOn), kinds.length);
    return { firstNotice, ofKind: Object.fromEntries(kinds.map((kind, place) => [kind, firstNotice + place])) };
  }
}
