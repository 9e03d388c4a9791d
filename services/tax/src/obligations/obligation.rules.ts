import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import {
  type DeferredItem,
  isOfFirstVersion,
  type ObligationFulfilledV1,
  type SettledItem,
} from '@lienthong/contracts';
import { appliedLaw } from '../assessments/applied-law.rules';
import type { ComputedAssessment } from '../assessments/assessment.state';
import type { Obligation } from './obligation.entity';
import type { PayableItem } from './payable-item.entity';
import { settledItem } from './payable-item.rules';

/** The obligation over the notices and items that stand now; what was said of an earlier one stays said. */
export function obligationOf(
  assessment: ComputedAssessment,
  { noticeNumbers, items }: { readonly noticeNumbers: readonly string[]; readonly items: readonly PayableItem[] },
  earlier?: Obligation,
): Obligation {
  const { dossierCode, office, landOffice, intakeOffice, collection } = assessment;
  return {
    dossierCode,
    office,
    landOffice,
    intakeOffice,
    collection,
    noticeNumbers,
    itemIds: items.map((item) => item.payableItemId),
    settled: items.flatMap((item) => settledItem(item) ?? []),
    deferred: items.filter(({ state }) => state === 'deferred').flatMap(deferredItem),
    law: appliedLaw(assessment),
    ...(earlier?.fulfilledOn !== undefined && { fulfilledOn: earlier.fulfilledOn }),
  };
}

/** A land-use fee is not deferred by a slip. */
export function deferredItem(item: PayableItem): readonly DeferredItem[] {
  if (!isOfFirstVersion(item)) return [];
  const { payableItemId, noticeNumber, kind, payerNumber, amountDong } = item;
  return [{ payableItemId, noticeNumber, kind, payerNumber, amountDong: dongText(dong(amountDong)) }];
}

/** Late interest is one more item to settle before the obligation is fulfilled. */
export function withItem(obligation: Obligation, payableItemId: string): Obligation {
  return { ...obligation, itemIds: [...obligation.itemIds, payableItemId] };
}

/** Counts a booked item once, whether it was due or deferred. */
export function settle(obligation: Obligation, item: SettledItem): Obligation {
  const { settled, itemIds, deferred } = obligation;
  const counts =
    itemIds.includes(item.payableItemId) && !settled.some((known) => known.payableItemId === item.payableItemId);
  if (!counts) return obligation;
  const others = deferred.filter(({ payableItemId }) => payableItemId !== item.payableItemId);
  return { ...obligation, settled: [...settled, item], deferred: others };
}

/** Fulfilled on the day on which its last item is booked or deferred, and stays so; a withdrawn one never is. */
export function concluded(obligation: Obligation, today: LocalDate): Obligation {
  const { settled, deferred, itemIds, fulfilledOn, withdrawnOn } = obligation;
  const open = settled.length + deferred.length < itemIds.length;
  if (open || fulfilledOn !== undefined || withdrawnOn !== undefined) return obligation;
  return { ...obligation, fulfilledOn: today };
}

/** M40; only the tax office says it. */
export function fulfilment({
  dossierCode,
  settled,
  deferred,
  fulfilledOn,
}: Obligation): ObligationFulfilledV1 | undefined {
  if (fulfilledOn === undefined) return undefined;
  const remainderDong = dongText(0n);
  return {
    dossierCode,
    fulfilledOn,
    items: settled,
    remainderDong,
    ...(deferred.length > 0 && { deferredItems: deferred }),
  };
}
