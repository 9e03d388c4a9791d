import { DossierCode, IdText, Message, Personal, PersonalNumber, streamOf } from '@lienthong/envelope';
import { exampleDossierCode, exampleSeller } from '../parts/clean-transfer.example';

const example: DebtAskedV1 = {
  queryId: '019fc562-94c0-7000-8000-0000000000d1',
  dossierCode: exampleDossierCode,
  payerNumber: exampleSeller.personalIdentificationNumber,
};

/** M31 TruyVanNghiaVu: the tax office answers only when dossier and number belong together. */
@Message({
  owner: 'collecting-bank',
  name: 'debt-asked',
  version: 1,
  summary: 'A payer at the bank asks by dossier code and identification number what is owed (truy vấn nghĩa vụ) (M31).',
  stream: (body) => streamOf.document(body.queryId),
  subject: () => undefined,
  example,
})
export class DebtAskedV1 {
  @IdText()
  readonly queryId: string;

  @DossierCode()
  readonly dossierCode: string;

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;
}
