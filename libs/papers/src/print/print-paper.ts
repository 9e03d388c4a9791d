import { createHash } from 'node:crypto';
import type { Paper } from '../layout/paper.state';
import { paperErrors } from '../papers.errors';
import { paperDefinition } from './paper-definition';
import { requirePrintable, within } from './paper-limits.rules';
import { renderPdf } from './render-pdf';

/** Papers that may wait for the one that is printed: printing takes the processor, and the service has other work. */
const WAITING_LIMIT = 20;

export interface PrintedPaper {
  readonly bytes: Buffer;
  /** SHA-256 of what the paper says, in hex; its beginning stands below every page. */
  readonly contentHash: string;
  readonly pages: number;
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Prints a paper, one at a time; the same paper always gives the same bytes.
 * @throws papers.TOO_LONG, papers.BUSY
 */
export async function printPaper(paper: Paper): Promise<PrintedPaper> {
  requirePrintable(paper);
  if (waiting >= WAITING_LIMIT) throw paperErrors.BUSY();
  waiting += 1;
  const printed = last.then(() => print(paper));
  last = printed.catch(() => undefined);
  try {
    return await printed;
  } finally {
    waiting -= 1;
  }
}

async function print(paper: Paper): Promise<PrintedPaper> {
  const contentHash = createHash('sha256').update(JSON.stringify(paper)).digest('hex');
  let pages = 0;
  const definition = paperDefinition(paper, contentHash, (count) => {
    within('pages', count);
    pages = count;
  });
  const bytes = await renderPdf(definition);
  return { bytes, contentHash, pages };
}
