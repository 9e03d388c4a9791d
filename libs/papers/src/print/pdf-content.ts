import type { FieldLine, PaperBlock, SignatureBox } from '../layout/paper.state';
import type { PdfColumn, PdfContent } from './pdf-definition';

const BODY_SIZE = 10;
const TABLE_SIZE = 8;
/** A table with more columns than this is set smaller. */
const WIDE_TABLE = 7;
const SHORT_TABLE = 8;
const TICK_SIZE = 9;
const QR_SIZE = 80;
/** An empty place of a form, to be filled by hand. */
const BLANK = '.'.repeat(36);

function contentOf(block: PaperBlock, lookUp: string | undefined): PdfContent {
  switch (block.kind) {
    case 'heading':
      return headingOf(block.text, block.level);
    case 'fields':
      return { stack: block.columns === 1 ? block.lines.map(fieldOf) : pairsOf(block.lines), margin: [0, 0, 0, 2] };
    case 'ticks':
      return { stack: block.ticks.map(({ label, ticked }) => tickOf(label, ticked)), margin: [0, 2, 0, 4] };
    case 'paragraph':
      return { text: block.text, italics: block.italic, alignment: 'justify', margin: [0, 2, 0, 3] };
    case 'table':
      return tableOf(block);
    case 'signatures':
      return signaturesOf(block.copies, block.boxes, lookUp);
  }
}

/** A heading never stands alone at the foot of a page: it goes with the block after it, unless that is a long table. */
export function contentsOf(blocks: readonly PaperBlock[], lookUp: string | undefined): PdfContent[] {
  const contents: PdfContent[] = [];
  let headings: PdfContent[] = [];
  for (const block of blocks) {
    const content = contentOf(block, lookUp);
    if (block.kind === 'heading') headings = [...headings, content];
    else if (headings.length === 0) contents.push(content);
    else {
      contents.push(
        isShort(block) ? { unbreakable: true, stack: [...headings, content] } : { stack: [...headings, content] },
      );
      headings = [];
    }
  }
  return [...contents, ...headings];
}

function isShort(block: PaperBlock): boolean {
  return block.kind !== 'table' || block.rows.length <= SHORT_TABLE;
}

function headingOf(text: string, level: 1 | 2): PdfContent {
  if (level === 1) return { text, bold: true, fontSize: BODY_SIZE + 0.5, margin: [0, 7, 0, 3] };
  return { text, bold: true, italics: true, margin: [0, 4, 0, 2] };
}

function fieldOf({ label, value }: FieldLine): PdfContent {
  return { text: [`${label}: `, value === undefined ? BLANK : { text: value, bold: true }], margin: [0, 0, 0, 1.5] };
}

function pairsOf(lines: readonly FieldLine[]): PdfContent[] {
  return lines.flatMap((line, index) => {
    if (index % 2 === 1) return [];
    const beside = lines[index + 1];
    return [{ columns: [fieldOf(line), beside ? fieldOf(beside) : { text: '' }], columnGap: 8 }];
  });
}

/** A drawn box; its cross is a letter, so that whoever reads the text of the page finds it. */
function tickOf(label: string, ticked: boolean): PdfContent {
  const box = { type: 'rect' as const, x: 0, y: 1.5, w: TICK_SIZE, h: TICK_SIZE, lineWidth: 0.6 };
  return {
    columns: [
      { width: TICK_SIZE + 5, stack: [{ canvas: [box] }, ...(ticked ? [cross()] : [])] },
      { width: '*', text: label },
    ],
    margin: [14, 0, 0, 2],
  };
}

/** Made anew each time: pdfmake writes into what it lays out. */
function cross(): PdfContent {
  return { text: '×', bold: true, fontSize: 12, relativePosition: { x: 1.3, y: -11.2 } };
}

function tableOf({ columns, rows, total }: Extract<PaperBlock, { kind: 'table' }>): PdfContent {
  const line = (texts: readonly (string | undefined)[], bold: boolean): PdfContent[] =>
    columns.map(({ align }, index) => ({ text: texts[index] ?? '', alignment: align, bold }));
  const head = columns.map(({ header }): PdfContent => ({ text: header, bold: true, alignment: 'center' }));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [head, ...rows.map((row) => line(row, false)), ...(total ? [line(total, true)] : [])],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => 3,
      paddingRight: () => 3,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    fontSize: columns.length > WIDE_TABLE ? TABLE_SIZE - 1 : TABLE_SIZE,
    lineHeight: 1.05,
    margin: [0, 3, 0, 5],
  };
}

function signaturesOf(
  copies: readonly string[],
  boxes: readonly SignatureBox[],
  lookUp: string | undefined,
): PdfContent {
  const receivers: PdfContent[] =
    copies.length === 0
      ? []
      : [
          { text: 'Nơi nhận:', bold: true, italics: true, fontSize: BODY_SIZE - 1 },
          {
            ul: copies.map((copy, index) => `${copy}${index === copies.length - 1 ? '.' : ';'}`),
            type: 'none',
            fontSize: BODY_SIZE - 1,
          },
        ];
  const left: PdfColumn = { width: boxes.length === 1 ? '*' : 110, stack: [...receivers, ...qrOf(lookUp)] };
  return { unbreakable: true, columns: [left, ...boxes.map(boxOf)], columnGap: 8, margin: [0, 12, 0, 0] };
}

function qrOf(lookUp: string | undefined): PdfContent[] {
  if (lookUp === undefined) return [];
  return [
    { qr: lookUp, fit: QR_SIZE, margin: [0, 8, 0, 2] },
    { text: 'Quét mã để tra cứu hồ sơ', fontSize: 7, italics: true },
  ];
}

function boxOf({ title, note, name }: SignatureBox): PdfColumn {
  return {
    width: '*',
    alignment: 'center',
    stack: [
      { text: title, bold: true },
      { text: note, italics: true, fontSize: BODY_SIZE - 1 },
      { text: name ?? '', bold: true, margin: [0, 48, 0, 0] },
    ],
  };
}
