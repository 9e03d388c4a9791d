import { dongText, dong, type LocalDate } from '@lienthong/kernel';
import {
  type Exemption,
  isOfFirstVersion,
  type NothingDueV1,
  type PaymentNoticesIssuedV1,
  type PaymentNotice,
} from '@lienthong/contracts';
import type { ComputedAssessment } from '../assessments/assessment.state';
import type { Obligation } from '../obligations/obligation.entity';

/** Why notices are withdrawn when an exemption is granted after them. */
export const EXEMPT_NOW = 'Không còn khoản phải nộp';

const MOST_TEXT = 300;
const MOST_RULES = 10;

/** M20, M22 */
export function noticesIssued(
  assessment: ComputedAssessment,
  notices: readonly PaymentNotice[],
): PaymentNoticesIssuedV1 {
  const { dossierCode, slipId, slipNumber, collection } = assessment;
  const exemptions = exemptionsOf(assessment);
  return { dossierCode, slipId, slipNumber, notices, collection, ...(exemptions.length > 0 && { exemptions }) };
}

/** M21 */
export function nothingDue(assessment: ComputedAssessment, obligation: Obligation, decidedOn: LocalDate): NothingDueV1 {
  const { dossierCode, slipId, slipNumber } = assessment;
  const { deferred } = obligation;
  const exemptions = exemptionsOf(assessment);
  return {
    dossierCode,
    slipId,
    slipNumber,
    decidedOn,
    exemptions,
    ...(deferred.length > 0 && { deferredItems: deferred }),
  };
}

/** Who need not pay tax or registration fee, wholly or in part, with the rows of law that were applied (M21: legal basis). */
function exemptionsOf({ revenues }: ComputedAssessment): readonly Exemption[] {
  return revenues.filter(isOfFirstVersion).flatMap(({ kind, rows, rules }) =>
    rows
      .filter(({ exemptDong }) => exemptDong !== '0')
      .map(({ payer, payerNumber, exemptDong, reasons }) => ({
        kind,
        payer,
        payerNumber,
        exemptDong: dongText(dong(exemptDong)),
        legalBasis: [...reasons, ...rules.map(({ rule, source }) => `${rule}: ${source}`)]
          .slice(0, MOST_RULES)
          .map((text) => text.slice(0, MOST_TEXT)),
      })),
  );
}
