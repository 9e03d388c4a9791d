import { dong } from '@lienthong/kernel';
import type { AssessedRevenue } from './assess-transfer.rules';
import type { ComputedAssessment, ConfirmationReason, HeldAssessment } from './assessment.state';

/** What is exempt, deferred or above the limit of the office is confirmed by a second officer before it becomes a notice. */
export function heldForConfirmation(
  assessment: ComputedAssessment,
  confirmOverDong: bigint | undefined,
): ComputedAssessment | HeldAssessment {
  const confirmFor = reasonsOf(assessment.revenues, confirmOverDong);
  return confirmFor.length === 0 ? assessment : { ...assessment, state: 'to-confirm', confirmFor };
}

export function confirmed(held: HeldAssessment, confirmedBy: string): ComputedAssessment {
  return { ...held, state: 'assessed', confirmedBy };
}

function reasonsOf(revenues: readonly AssessedRevenue[], limitDong: bigint | undefined): readonly ConfirmationReason[] {
  const rows = revenues.flatMap((revenue) => revenue.rows);
  const total = revenues.reduce((sum, { totalDong }) => sum + dong(totalDong), 0n);
  return [
    ...(rows.some(({ exemptDong }) => exemptDong !== '0') ? ['exemption' as const] : []),
    ...(rows.some(({ deferred }) => deferred) ? ['deferral' as const] : []),
    ...(limitDong !== undefined && total > limitDong ? ['amount' as const] : []),
  ];
}
