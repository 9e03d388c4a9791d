import type { Place, RegisterEntry } from '@lienthong/contracts';
import { communeOn } from '@lienthong/contracts';
import type { EntryNote } from '../registers/register-entry.entity';
import { dateInDigits, type PdfContent, type PdfDefinition } from '@lienthong/papers';

/** A label and what stands beside it; an empty place stays visible. */
export type Line = readonly [label: string, value: string | undefined];

export interface Paper {
  readonly title: string;
  readonly entry: RegisterEntry;
  readonly sections: readonly (readonly Line[])[];
  readonly notes: readonly EntryNote[];
  /** Absent where the office signs by its policy. */
  readonly signerName?: string;
}

const MARGIN = 50;
const LABEL_WIDTH = 165;

/** One page in the order of the national forms: head, number and book, persons, office and day, notes. */
export function paperDefinition({ title, entry, sections, notes, signerName }: Paper): PdfDefinition {
  const { registrationNumber, book, page, registeredOn, registeredBy } = entry;
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.25 },
    info: {
      title: `${title} ${registrationNumber}`,
      author: registeredBy,
      creationDate: new Date(`${registeredOn}T00:00:00Z`),
    },
    content: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, alignment: 'center' },
      { text: 'Độc lập – Tự do – Hạnh phúc', bold: true, alignment: 'center' },
      { text: title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 24, 0, 4] },
      {
        text: `Số: ${registrationNumber}   Quyển số: ${book}   Trang: ${page}`,
        alignment: 'center',
        margin: [0, 0, 0, 16],
      },
      ...sections.map((lines): PdfContent => ({ stack: lines.map(lineOf), margin: [0, 0, 0, 8] })),
      lineOf(['Nơi đăng ký', registeredBy]),
      lineOf(['Ngày đăng ký', dateInDigits(registeredOn)]),
      ...notesOf(notes),
      {
        stack: [
          { text: 'NGƯỜI KÝ', bold: true },
          { text: signerName ?? '(ký theo quy trình tự động)', margin: [0, 44, 0, 0] },
        ],
        alignment: 'center',
        margin: [260, 24, 0, 0],
      },
    ],
  };
}

/** A place in words, under the names of that day. */
export function placeInWords({ communeCode, detail, country }: Place, on: string): string {
  const commune = communeCode === undefined ? undefined : communeOn(communeCode, on)?.name;
  return [detail, commune, country].filter((part) => part !== undefined).join(', ');
}

function lineOf([label, value]: Line): PdfContent {
  return {
    columns: [
      { width: LABEL_WIDTH, text: `${label}:` },
      { text: value ?? '', bold: true },
    ],
    columnGap: 6,
  };
}

function notesOf(notes: readonly EntryNote[]): PdfContent[] {
  if (notes.length === 0) return [];
  const texts = notes.map(({ kind, decisionNumber, on, reason, changes = [] }) => {
    const fields = changes.map(({ before, after }) => `“${before}” thành “${after}”`).join('; ');
    const what = kind === 'corrected' ? `Cải chính ${fields}` : `Hủy đăng ký (${reason ?? ''})`;
    return `${what} theo quyết định ${decisionNumber} ngày ${dateInDigits(on)}.`;
  });
  return [{ text: 'Ghi chú', bold: true, margin: [0, 12, 0, 2] }, { ul: texts }];
}
