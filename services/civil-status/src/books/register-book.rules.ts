import type { LocalDate } from '@lienthong/kernel';
import { civilErrors } from '../civil-status.errors';

/** Which act a register is of. */
export type BookKind = 'birth' | 'death';

/** One book (quyển) of a commune's register in a year; the number of acts counts through the year, the page through the book. */
export interface RegisterBook {
  readonly key: string;
  readonly office: string;
  readonly kind: BookKind;
  readonly year: number;
  readonly ordinal: number;
  readonly openedOn: LocalDate;
  readonly closedOn?: LocalDate;
  readonly lastPage: number;
}

/** The registers of a commune in a year: which book is open, and the last number of the year. */
export interface RegisterYear {
  readonly key: string;
  readonly office: string;
  readonly kind: BookKind;
  readonly year: number;
  readonly lastNumber: number;
  readonly currentOrdinal: number;
}

/** Place of one act in the register. */
export interface RegisterPlace {
  readonly registrationNumber: string;
  readonly book: string;
  readonly page: number;
}

export interface Drawn {
  readonly year: RegisterYear;
  readonly book: RegisterBook;
  readonly place: RegisterPlace;
}

interface BooksOf {
  readonly office: string;
  readonly kind: BookKind;
  readonly year: number;
}

/** Key of a commune's registers of one kind in one year. */
export function yearKey({ office, kind, year }: BooksOf): string {
  return `${kind}|${office}|${year}`;
}

/** Key of one book. */
export function bookKey(of: BooksOf, ordinal: number): string {
  return `${yearKey(of)}|${ordinal}`;
}

/** Draws the next place: number and page without gap; a closed or full book is followed by the next one (O §4.2 step 2). */
export function drawPlace(
  of: BooksOf,
  { year, book }: { readonly year?: RegisterYear; readonly book?: RegisterBook },
  { on, pagesPerBook }: { readonly on: LocalDate; readonly pagesPerBook: number },
): Drawn & { readonly full?: RegisterBook } {
  const isOpen = book !== undefined && book.closedOn === undefined;
  const isFull = isOpen && book.lastPage >= pagesPerBook;
  const next = isOpen && !isFull ? book : openBook(of, (book?.ordinal ?? 0) + 1, on);
  const number = (year?.lastNumber ?? 0) + 1;
  const written = { ...next, lastPage: next.lastPage + 1 };
  return {
    year: { key: yearKey(of), ...of, lastNumber: number, currentOrdinal: next.ordinal },
    book: written,
    place: { registrationNumber: `${number}/${of.year}`, book: bookName(written), page: written.lastPage },
    ...(isFull && { full: { ...book, closedOn: on } }),
  };
}

/** `01/2026`; books of deaths are told apart by their letters. */
export function bookName({ kind, ordinal, year }: RegisterBook): string {
  return `${kind === 'death' ? 'KT-' : ''}${String(ordinal).padStart(2, '0')}/${year}`;
}

/** Closes a book: nothing is written into it any more. */
export function closeBook(book: RegisterBook, on: LocalDate): RegisterBook {
  if (book.closedOn !== undefined) throw civilErrors.BOOK_CLOSED({ book: bookName(book), closedOn: book.closedOn });
  return { ...book, closedOn: on };
}

function openBook(of: BooksOf, ordinal: number, on: LocalDate): RegisterBook {
  return { key: bookKey(of, ordinal), ...of, ordinal, openedOn: on, lastPage: 0 };
}
