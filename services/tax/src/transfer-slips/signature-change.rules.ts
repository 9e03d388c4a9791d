import { addDays, type LocalDate, localDate } from '@lienthong/kernel';
import { signatureChangeDays } from '../law/signature-change.data';

/**
 * F27: the first day on which a changed key counts, the day of its announcement not counted; undefined for an officer's first
 * key, and where no text asks for an announcement.
 */
export function countsFrom({ announcedAt }: { readonly announcedAt?: string }): LocalDate | undefined {
  if (announcedAt === undefined) return undefined;
  const on = localDate(new Date(announcedAt));
  const row = signatureChangeDays.find(({ from, to }) => from <= on && (to === undefined || to >= on));
  return row && addDays(on, row.value);
}
