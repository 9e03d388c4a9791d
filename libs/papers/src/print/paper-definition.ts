import type { Paper, PaperHead } from '../layout/paper.state';
import { dateOfLetter } from '../words/vietnamese-date.rules';
import { contentsOf } from './pdf-content';
import type { PdfColumn, PdfContent, PdfDefinition } from './pdf-definition';

/** Left is for the binder (Nghị định 30/2020: 30 mm); points. */
const MARGINS: [number, number, number, number] = [62, 42, 42, 46];
const BLANK_DATE = 'ngày ..... tháng ..... năm .........';
const HASH_SHOWN = 16;

/**
 * The page of a paper: form number, agency beside the national heading, title, blocks; below each page the hash of the content
 * and the page's number, which is counted when all is laid out. The properties of the file come from the paper alone.
 */
export function paperDefinition(paper: Paper, hash: string, counted: (pages: number) => void): PdfDefinition {
  const { form, head, blocks, draft, lookUp } = paper;
  return {
    pageSize: 'A4',
    pageMargins: MARGINS,
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.18 },
    info: {
      title: [head.title, head.number].filter((part) => part !== undefined).join(' '),
      author: head.agency,
      subject: form.id,
      keywords: hash,
      creationDate: new Date(`${head.date}T00:00:00Z`),
    },
    ...(draft && {
      watermark: { text: 'DỰ THẢO', color: 'gray', opacity: 0.16, bold: true, fontSize: 96, angle: -45 },
    }),
    footer: (page: number, pages: number): PdfContent => {
      counted(pages);
      return footerOf(paper, hash, `Trang ${page}/${pages}`);
    },
    content: [
      ...formNumberOf(form),
      { columns: [agencyOf(head), nationalHeading(head)], columnGap: 10 },
      ...titleOf(head),
      ...contentsOf(blocks, lookUp),
    ],
  };
}

function formNumberOf({ number, source }: Paper['form']): PdfContent[] {
  if (number === undefined) return [];
  return [
    {
      stack: [
        { text: `Mẫu số: ${number}`, bold: true },
        { text: `(${source})`, italics: true },
      ],
      fontSize: 8.5,
      alignment: 'right',
      margin: [0, 0, 0, 8],
    },
  ];
}

function agencyOf({ superior, agency, number }: PaperHead): PdfColumn {
  return {
    width: '42%',
    alignment: 'center',
    stack: [
      ...(superior === undefined ? [] : [{ text: superior.toUpperCase() }]),
      { text: agency.toUpperCase(), bold: true },
      ruleOf(70),
      { text: `Số: ${number ?? '....................'}` },
    ],
  };
}

function nationalHeading({ place, date, undated = false }: PaperHead): PdfColumn {
  const where = place === undefined ? '....................' : place;
  return {
    width: '*',
    alignment: 'center',
    stack: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true },
      { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, fontSize: 10.5 },
      ruleOf(140),
      { text: `${where}, ${undated ? BLANK_DATE : dateOfLetter(date)}`, italics: true },
    ],
  };
}

/** A short line in the middle of a column. */
function ruleOf(length: number): PdfContent {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 1, x2: length, y2: 1, lineWidth: 0.7 }],
    margin: [0, 0, 0, 4],
  };
}

function titleOf({ title, subtitle, addressee }: PaperHead): PdfContent[] {
  const centred = (text: string, more: object): PdfContent => ({ text, alignment: 'center', ...more });
  return [
    centred(title, { bold: true, fontSize: 14, margin: [0, 12, 0, 1] }),
    ...(subtitle === undefined ? [] : [centred(subtitle, { bold: true, fontSize: 11, margin: [0, 0, 0, 6] })]),
    ...(addressee === undefined ? [] : [centred(`Kính gửi: ${addressee}`, { margin: [0, 6, 0, 4] })]),
  ];
}

function footerOf({ form }: Paper, hash: string, pages: string): PdfContent {
  const mark = form.trust === 'found' ? '' : ' · Mẫu trình bày theo cấu hình, chưa đối chiếu văn bản';
  return {
    columns: [
      { width: '*', text: `Mã nội dung: ${hash.slice(0, HASH_SHOWN)}${mark}` },
      { width: 'auto', text: pages },
    ],
    fontSize: 7,
    color: 'gray',
    margin: [MARGINS[0], 16, MARGINS[2], 0],
  };
}
