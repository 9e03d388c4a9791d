/** What a PDF says, page after page, without its spaces: where a line was broken says nothing about the form. */
export async function pdfText(bytes: Buffer): Promise<string> {
  const { default: PDFParser } = await import('pdf2json');
  const parser = new PDFParser(null, true);
  const text = new Promise<string>((resolve, reject) => {
    parser.on('pdfParser_dataReady', () => resolve(parser.getRawTextContent()));
    parser.on('pdfParser_dataError', (error) => reject('parserError' in error ? error.parserError : error));
  });
  parser.parseBuffer(bytes, QUIET);
  return withoutSpaces((await text).replace(/-{8,}Page \(\d+\) Break-{8,}/g, ''));
}

/** The form in which texts are looked for in a PDF. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** Below what the reader of PDFs takes for "all warnings". */
const QUIET = -1;
