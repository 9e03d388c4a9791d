import { dongText, type LocalDate } from '@lienthong/kernel';
import type { ObligationFulfilledV1, SettledItem } from '@lienthong/contracts';
import type { ComputedAssessment } from '../assessments/assessment.state';
import type { Obligation } from './obligation.entity';
import type { PayableItem } from './payable-item.entity';

export function obligationOf(assessment: ComputedAssessment, items: readonly PayableItem[]): Obligation {
  const { dossierCode, office, landOffice, intakeOffice } = assessment;
  return {
    dossierCode,
    office,
    landOffice,
    intakeOffice,
    itemIds: items.map((item) => item.payableItemId),
    settled: [],
  };
}

/** Counts a booked item once; the obligation is fulfilled on the day its last item is booked, and stays so. */
export function settle(obligation: Obligation, item: SettledItem, today: LocalDate): Obligation {
  const { settled, itemIds } = obligation;
  const counts =
    itemIds.includes(item.payableItemId) && !settled.some((known) => known.payableItemId === item.payableItemId);
  if (!counts) return obligation;
  const all = [...settled, item];
  return { ...obligation, settled: all, ...(all.length === itemIds.length ? { fulfilledOn: today } : {}) };
}

/** M40; only the tax office says it. */
export function fulfilment({ dossierCode, settled, fulfilledOn }: Obligation): ObligationFulfilledV1 | undefined {
  if (fulfilledOn === undefined) return undefined;
  return { dossierCode, fulfilledOn, items: settled, remainderDong: dongText(0n) };
}
