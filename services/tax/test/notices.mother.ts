import { vietnamCalendar } from '@lienthong/kernel';
import type { PaymentNotice } from '@lienthong/contracts';
import { assessed, type SlipArrival } from '../src/assessments/assessment.rules';
import type { ComputedAssessment } from '../src/assessments/assessment.state';
import { defaultReadings } from '../src/law/readings.data';
import { drawUp, planNotices } from '../src/notices/notice-changes.rules';
import type { Issuing, NoticeChanges, Standing } from '../src/notices/notice-changes.state';
import type { DrawnNumbers } from '../src/notices/payment-notices.rules';
import { aSlip } from './transfer-slip.mother';

export const officeTerms = { calendar: vietnamCalendar, readings: defaultReadings };

export const noneStanding: Standing = { notices: [], items: [] };

/** A slip that came to Biên Hòa on Monday 3 August 2026. */
export const arrival: SlipArrival = {
  messageId: 'm',
  office: 'bien-hoa',
  landOffice: 'bien-hoa',
  receivedAt: new Date('2026-08-03T10:00:00+07:00'),
  receivedOn: '2026-08-03',
  acceptedOn: '2026-08-03',
  declaredOn: '2026-08-03',
};

/** The assessment of a slip that needs no confirmation. */
export function computed(slip = aSlip(), claims: Parameters<typeof assessed>[2]['claims'] = []): ComputedAssessment {
  const { confirmFor: _confirmed, ...assessment } = assessed(slip, arrival, { ...officeTerms, claims });
  return { ...assessment, state: 'assessed' };
}

interface Issue {
  readonly on: string;
  readonly numbers?: DrawnNumbers;
  readonly terms?: Issuing['terms'];
}

/** What is drawn up for an assessment on a day, beside what stands. */
export function changesOf(
  assessment: ComputedAssessment,
  standing: Standing,
  { on: issuedOn, numbers = { firstNotice: 11, itemGroup: 1 }, terms = officeTerms }: Issue,
): NoticeChanges {
  const issuing = { issuedOn, document: assessment.slipNumber, numbers, terms };
  return drawUp(assessment, planNotices(assessment, standing), standing, issuing);
}

export function firstNotices(assessment: ComputedAssessment, issue: Issue): readonly PaymentNotice[] {
  return changesOf(assessment, noneStanding, issue).issued;
}

/** What stands after first notices. */
export function standingAfter({ issued, opened }: NoticeChanges): Standing {
  return { notices: issued, items: opened.map(({ item }) => item) };
}
