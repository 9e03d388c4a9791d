/** `2026-08-03T09:10:00.123+07:00` → `2026-08-03 09:10:00` */
export function clockTime(instant: string | undefined): string {
  return instant === undefined ? '–' : instant.slice(0, 19).replace('T', ' ');
}
