import { httpErrors } from '../http/http.errors';

/** One page of a list; `next` is the cursor of the page after it, absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** How the rows of a list are shown, and the place of a row in its order. */
export interface PageShape<R, T> {
  readonly view: (row: R) => T;
  readonly place: (row: R) => readonly string[];
}

/** The page of `limit` rows, made of one row more than the page shows, which tells whether another page follows. */
export function pageOf<R, T>(rows: readonly R[], limit: number, { view, place }: PageShape<R, T>): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), ...(rows.length > limit && last && { next: cursorOf(place(last)) }) };
}

/** The place of `size` texts that a cursor names. @throws http.CURSOR_INVALID when no page had this cursor as its `next` */
export function placeOf(cursor: string, size: number): readonly string[] {
  const place = parsed(Buffer.from(cursor, 'base64url').toString());
  if (Array.isArray(place) && place.length === size && place.every(isStorable)) return place;
  throw httpErrors.CURSOR_INVALID();
}

function cursorOf(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The database refuses NUL in a text. */
function isStorable(part: unknown): part is string {
  return typeof part === 'string' && !part.includes('\0');
}
