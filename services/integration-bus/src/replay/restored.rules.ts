/** Between the clocks of bus and member. */
const CLOCKS_DIFFER_MS = 600_000;
const DAY_MS = 86_400_000;

/**
 * Since when the answers of a member are looked for whose database went back to a time: a little earlier, and never before
 * the days for which identities are kept, since nobody could tell what is older from what is new.
 */
export function answeredSince(
  backTo: Date,
  { now, keptDays }: { readonly now: Date; readonly keptDays: number },
): Date {
  return new Date(Math.max(backTo.getTime() - CLOCKS_DIFFER_MS, now.getTime() - keptDays * DAY_MS));
}
