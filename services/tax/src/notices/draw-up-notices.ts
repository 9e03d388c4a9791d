import type { LocalDate } from '@lienthong/kernel';
import { NumberBooks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { OfficeTerms } from '../law/office-terms';
import { drawUp, planNotices } from './notice-changes.rules';
import type { NoticeChanges } from './notice-changes.state';
import { type DrawnNumbers, noticeSeries, PAYABLE_ITEM_SERIES } from './payment-notices.rules';
import { StandingNotices, type StandingRows } from './standing-notices';

/** Draws up what an assessment asks for beside what stands; numbers are drawn for the notices that are issued, and no others. */
@Injectable()
export class DrawUpNotices {
  constructor(
    private readonly books: NumberBooks,
    private readonly terms: OfficeTerms,
    private readonly standing: StandingNotices,
  ) {}

  async of(
    assessment: ComputedAssessment,
    issuedOn: LocalDate,
  ): Promise<{ readonly changes: NoticeChanges; readonly standing: StandingRows }> {
    const standing = await this.standing.of(assessment.dossierCode);
    const plans = planNotices(assessment, standing);
    const count = plans.filter(({ kind }) => kind !== 'withdrawn').length;
    const numbers = await this.draw(assessment.office, issuedOn, count);
    const issuing = { issuedOn, document: assessment.slipNumber, numbers, terms: this.terms };
    return { changes: drawUp(assessment, plans, standing, issuing), standing };
  }

  private async draw(office: string, issuedOn: LocalDate, count: number): Promise<DrawnNumbers> {
    if (count === 0) return { firstNotice: 0, itemGroup: 0 };
    const firstNotice = await this.books.draw(noticeSeries(office, issuedOn), count);
    return { firstNotice, itemGroup: await this.books.draw(PAYABLE_ITEM_SERIES) };
  }
}
