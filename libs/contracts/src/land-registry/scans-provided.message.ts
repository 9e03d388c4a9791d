import { DossierCode, IdText, ListOf, ListOfText, Message, Optional } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';
import { ScannedPaper } from '../parts/scanned-paper.part';

const example: ScansProvidedV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000f1',
  scans: [
    {
      paper: 'contract',
      file: {
        fileId: '019fc562-94c0-7000-8000-0000000000f2',
        name: 'hop-dong-chuyen-nhuong.pdf',
        contentType: 'application/pdf',
        size: 1_834_211,
        sha256: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
      },
    },
  ],
};

/** M18, the answer: the files by reference. */
@Message({
  owner: 'land-registry',
  name: 'scans-provided',
  version: 1,
  summary:
    'The land registration office answers with the scans that it holds of a dossier, and which it holds none of (trả hồ sơ quét) (M18).',
  example,
})
export class ScansProvidedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  @Optional()
  @ListOf(() => ScannedPaper, { max: 10 })
  readonly scans?: readonly ScannedPaper[];

  /** Papers of which the land office holds no scan. */
  @Optional()
  @ListOfText({ max: 10, maxLength: 40, pattern: '^[a-z][a-z-]*$' })
  readonly missing?: readonly string[];
}
