import { dirname, join, resolve, sep } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** What the published types of pdfmake do not know yet. */
interface WithPolicies {
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
}

const FONTS = join(dirname(require.resolve('pdfmake/package.json')), 'build', 'fonts', 'Roboto');

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

/** Renders a paper with Vietnamese text. */
export function renderPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf(definition).getBuffer();
}
