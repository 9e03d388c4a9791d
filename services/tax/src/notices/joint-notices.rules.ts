import { dong, dongText } from '@lienthong/kernel';
import type { PaymentNotice } from '@lienthong/contracts';
import { canonicalBytes } from '@lienthong/envelope';
import type { ComputedAssessment } from '../assessments/assessment.state';
import type { RevenueKind } from '../charges/charge.state';
import { taxErrors } from '../tax.errors';
import { isPayable } from './notice-changes.rules';

/** Rows of a notice that fit its message. */
const MOST_ROWS = 50;

/** The notices of one of several dossiers, under the numbers that all of them share. */
export interface JointPart {
  readonly dossierCode: string;
  readonly issued: readonly PaymentNotice[];
}

/** One notice goes to one place of collection under one regime. @throws tax.NOTICES_NOT_JOINT */
export function requireJoint([first, ...others]: readonly ComputedAssessment[]): void {
  const stranger = others.find((other) => first && !isCollectedAlike(first, other));
  if (first && stranger)
    throw taxErrors.NOTICES_NOT_JOINT({ dossierCode: first.dossierCode, otherCode: stranger.dossierCode });
}

/** The kinds of which somebody of these dossiers has to pay something, each once. */
export function payableKinds(assessments: readonly ComputedAssessment[]): readonly RevenueKind[] {
  return [...new Set(assessments.flatMap(({ revenues }) => revenues.filter(isPayable).map(({ kind }) => kind)))];
}

/**
 * F21: the notices that are for more than one dossier, by number: every row names its dossier, since each dossier is settled by its
 * own rows alone; the base is that of all. @throws tax.NOTICE_TOO_LONG
 */
export function wholeNotices(parts: readonly JointPart[]): ReadonlyMap<string, PaymentNotice> {
  const whole = new Map<string, PaymentNotice>();
  for (const number of new Set(parts.flatMap(({ issued }) => issued.map((notice) => notice.number)))) {
    const own = parts.flatMap(({ dossierCode, issued }) =>
      issued.filter((notice) => notice.number === number).map((notice) => ({ dossierCode, notice })),
    );
    const [first, ...others] = own;
    if (!first || others.length === 0) continue;
    const rows = own.flatMap(({ dossierCode, notice }) => notice.rows.map((row) => ({ ...row, dossierCode })));
    if (rows.length > MOST_ROWS) throw taxErrors.NOTICE_TOO_LONG({ rows: rows.length, most: MOST_ROWS });
    const base = own.reduce((sum, { notice }) => sum + dong(notice.baseDong), 0n);
    whole.set(number, { ...first.notice, baseDong: dongText(base), rows });
  }
  return whole;
}

function isCollectedAlike(a: ComputedAssessment, b: ComputedAssessment): boolean {
  return a.regime === b.regime && canonicalBytes(a.collection).equals(canonicalBytes(b.collection));
}
