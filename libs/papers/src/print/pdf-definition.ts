import type { Content, createPdf } from 'pdfmake';

/** A document as pdfmake takes it. */
export type PdfDefinition = Parameters<typeof createPdf>[0];
export type PdfContent = Content;

/** Content that stands in a column, with its width. */
export type PdfColumn = Extract<Content, { columns: unknown }>['columns'][number];
