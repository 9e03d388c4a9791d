import { DossierCode, IdText } from '@lienthong/envelope';

/** A scan that came with the answer to a question about a dossier. */
export class ScanPlace {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  @IdText()
  readonly fileId: string;
}
