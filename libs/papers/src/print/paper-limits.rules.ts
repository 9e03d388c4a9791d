import type { Paper, PaperBlock } from '../layout/paper.state';
import { paperErrors } from '../papers.errors';

/** What a paper may hold; more is no form of one dossier, and would keep the service from its work. */
export const paperLimits = { pages: 30, tableRows: 600, textLength: 2_000, allTextLength: 120_000 } as const;

/** @throws papers.TOO_LONG before anything is laid out */
export function requirePrintable({ head, blocks, lookUp }: Paper): void {
  const texts = [...Object.values(head).filter((text) => typeof text === 'string'), lookUp ?? '', ...blocks.flatMap(textsOf)];
  within('textLength', Math.max(...texts.map(({ length }) => length)));
  within('allTextLength', texts.reduce((sum, { length }) => sum + length, 0));
  within('tableRows', blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0));
} // prettier-ignore

/** @throws papers.TOO_LONG */
export function within(what: keyof typeof paperLimits, size: number): void {
  const limit = paperLimits[what];
  if (size > limit) throw paperErrors.TOO_LONG({ what, size, limit });
}

/** Every text of a block. */
export function textsOf(block: PaperBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'fields':
      return block.lines.flatMap(({ label, value = '' }) => [label, value]);
    case 'ticks':
      return block.ticks.map(({ label }) => label);
    case 'table':
      return [...block.columns.map(({ header }) => header), ...[...block.rows, block.total ?? []].flat().map((text = '') => text)]; // prettier-ignore
    case 'signatures':
      return [...block.copies, ...block.boxes.flatMap(({ title, note, name = '' }) => [title, note, name])];
  }
}
