import { dirname, join, resolve, sep } from 'node:path';
import type PdfMake from 'pdfmake';
import type { PdfDefinition } from './pdf-definition';

/** What the published types of pdfmake do not know yet. */
interface WithPolicies {
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
}

const FONTS = join(dirname(require.resolve('pdfmake/package.json')), 'build', 'fonts', 'Roboto');

let maker: Promise<typeof PdfMake> | undefined;

/** Loaded with the first paper: it is as large as a service. */
async function pdfMaker(): Promise<typeof PdfMake> {
  const { default: pdfmake } = await import('pdfmake');
  // A paper is made of its own text and these fonts: nothing is fetched, and no other file is read.
  const policies = pdfmake as unknown as WithPolicies;
  policies.setUrlAccessPolicy(() => false);
  policies.setLocalAccessPolicy((path) => resolve(path).startsWith(FONTS + sep));
  pdfmake.setFonts({
    Roboto: {
      normal: join(FONTS, 'Roboto-Regular.ttf'),
      bold: join(FONTS, 'Roboto-Medium.ttf'),
      italics: join(FONTS, 'Roboto-Italic.ttf'),
      bolditalics: join(FONTS, 'Roboto-MediumItalic.ttf'),
    },
  });
  return pdfmake;
}

/** Renders a paper with Vietnamese text. */
export async function renderPdf(definition: PdfDefinition): Promise<Buffer> {
  const pdfmake = await (maker ??= pdfMaker());
  return pdfmake.createPdf(definition).getBuffer();
}
