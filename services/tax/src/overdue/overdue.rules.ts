import type { OverdueItem } from '@lienthong/contracts';
import { addDays, dongText, type LocalDate } from '@lienthong/kernel';
import { rowInForce } from '../law/dated-row.rules';
import { debtNoticeDays } from '../law/overdue.data';
import type { PayableItem } from '../obligations/payable-item.entity';
import { remainderDong } from '../obligations/payable-item.rules';

/** What falls due for telling on a day: items for the list to the land office (M24), items for a debt notice (M25). */
export interface OverdueToday {
  readonly listed: readonly PayableItem[];
  readonly noticed: readonly PayableItem[];
}

/** F25: an item is listed once, on the day after its due date, and its payer told once, 30 days after it. */
export function overdueOn(items: readonly PayableItem[], today: LocalDate): OverdueToday {
  const open = items.filter(isWatched);
  return {
    listed: open.filter((item) => item.overdueListedOn === undefined && listingOn(item) <= today),
    noticed: open.filter((item) => item.debtNoticedOn === undefined && noticingOn(item) <= today),
  };
}

/** The next day on which something is to be told, if nothing is paid before. */
export function nextLookOn(items: readonly PayableItem[]): LocalDate | undefined {
  const days = items.filter(isWatched).flatMap((item) => {
    if (item.overdueListedOn === undefined) return [listingOn(item)];
    return item.debtNoticedOn === undefined ? [noticingOn(item)] : [];
  });
  return days.sort()[0];
}

export function overdueItem(item: PayableItem): OverdueItem {
  const { payableItemId, noticeNumber, payer, payerNumber, dueDate } = item;
  return { payableItemId, noticeNumber, payer, payerNumber, openDong: dongText(remainderDong(item)), dueDate };
}

/** Late interest is payable at once and bears none; what is deferred is not due. */
function isWatched({ state, interestOf }: PayableItem): boolean {
  return (state === 'unpaid' || state === 'part-paid') && interestOf === undefined;
}

function listingOn({ dueDate }: PayableItem): LocalDate {
  return addDays(dueDate, 1);
}

function noticingOn({ dueDate }: PayableItem): LocalDate {
  return addDays(dueDate, rowInForce('days before a debt notice', debtNoticeDays, dueDate).value + 1);
}
