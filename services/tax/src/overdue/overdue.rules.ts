import type { OverdueItem } from '@lienthong/contracts';
import { addDays, dongText, type LocalDate } from '@lienthong/kernel';
import { rowInForce } from '../law/dated-row.rules';
import { debtNoticeDays, reminderDays } from '../law/overdue.data';
import type { PayableItem } from '../obligations/payable-item.entity';
import { remainderDong } from '../obligations/payable-item.rules';

/** The payer of an item is reminded on the day that lies so far from its due date. */
export interface Reminder {
  readonly item: PayableItem;
  readonly daysFromDue: number;
}

/**
 * What falls due for telling on a day: reminders (M30), items for the list to the land office (M24), items for a debt notice
 * (M25).
 */
export interface OverdueToday {
  readonly reminded: readonly Reminder[];
  readonly listed: readonly PayableItem[];
  readonly noticed: readonly PayableItem[];
}

/** F25: an item is listed once, on the day after its due date, and its payer told once, 30 days after it. */
export function overdueOn(items: readonly PayableItem[], today: LocalDate): OverdueToday {
  const open = items.filter(isWatched);
  return {
    reminded: open.flatMap((item) => reminderOf(item, today) ?? []),
    listed: open.filter((item) => item.overdueListedOn === undefined && listingOn(item) <= today),
    noticed: open.filter((item) => item.debtNoticedOn === undefined && noticingOn(item) <= today),
  };
}

/** The next day on which something is to be told, if nothing is paid before. */
export function nextLookOn(items: readonly PayableItem[]): LocalDate | undefined {
  const days = items.filter(isWatched).flatMap((item) => {
    const reminders = untold(item).map(({ on }) => on);
    if (item.overdueListedOn === undefined) return [...reminders, listingOn(item)];
    return item.debtNoticedOn === undefined ? [...reminders, noticingOn(item)] : reminders;
  });
  return days.sort()[0];
}

/** Looked at on this day: what was to be told until then is told, or too late. */
export function lookedAt(item: PayableItem, today: LocalDate): PayableItem {
  return { ...item, toldUntil: today };
}

export function overdueItem(item: PayableItem): OverdueItem {
  const { payableItemId, noticeNumber, payer, payerNumber, dueDate } = item;
  return { payableItemId, noticeNumber, payer, payerNumber, openDong: dongText(remainderDong(item)), dueDate };
}

/** Late interest is payable at once and bears none; what is deferred is not due. */
function isWatched({ state, interestOf }: PayableItem): boolean {
  return (state === 'unpaid' || state === 'part-paid') && interestOf === undefined;
}

/** Of several that were missed the last one alone is sent; the debt notice ends them. */
function reminderOf(item: PayableItem, today: LocalDate): Reminder | undefined {
  const due = today < noticingOn(item) ? untold(item).filter(({ on }) => on <= today) : [];
  const last = due.at(-1);
  return last && { item, daysFromDue: last.daysFromDue };
}

function untold({ dueDate, toldUntil = '' }: PayableItem): readonly { daysFromDue: number; on: LocalDate }[] {
  return rowInForce('days of reminders', reminderDays, dueDate)
    .value.map((daysFromDue) => ({ daysFromDue, on: addDays(dueDate, daysFromDue) }))
    .filter(({ on }) => on > toldUntil);
}

function listingOn({ dueDate }: PayableItem): LocalDate {
  return addDays(dueDate, 1);
}

function noticingOn({ dueDate }: PayableItem): LocalDate {
  return addDays(dueDate, rowInForce('days before a debt notice', debtNoticeDays, dueDate).value + 1);
}
