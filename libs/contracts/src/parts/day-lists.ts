import { dong, dongText } from '@lienthong/kernel';
import type { DayAmount } from './day-amount.part';
import type { DayList } from './day-list.part';

/** So many amounts travel in one message. */
const PART = 2000;

/** The list of a day in the parts in which it travels (M47); an empty day is one part without amounts. */
export function dayLists(
  head: Pick<DayList, 'date' | 'treasuryCode' | 'run'>,
  amounts: readonly DayAmount[],
): readonly [DayList, ...DayList[]] {
  const totalDong = dongText(amounts.reduce((sum, { amountDong }) => sum + dong(amountDong), 0n));
  const parts = Math.max(1, Math.ceil(amounts.length / PART));
  const whole = { ...head, parts, count: amounts.length, totalDong };
  const partOf = (i: number): DayList => ({
    ...whole,
    part: i + 1,
    amounts: amounts.slice(i * PART, (i + 1) * PART),
  });
  return [partOf(0), ...Array.from({ length: parts - 1 }, (_, i) => partOf(i + 1))];
}
