import { DossierCode, InstantText, Message, OfficeId, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleReceiptNumber } from '../parts/clean-transfer.example';

const example: DossierReceivedV1 = {
  dossierCode: exampleDossierCode,
  receiptNumber: exampleReceiptNumber,
  receivedAt: '2026-08-03T09:10:02+07:00',
  landOffice: 'bien-hoa',
};

/** M02 CungCapSoBienNhan. */
@Message({
  owner: 'land-registry',
  name: 'dossier-received',
  version: 1,
  summary:
    'The land registration office has received the dossier and gives it its own receipt number (số biên nhận) (M02).',
  example,
})
export class DossierReceivedV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** Số biên nhận of the land office. */
  @Text({ max: 30 })
  readonly receiptNumber: string;

  @InstantText()
  readonly receivedAt: string;

  /** The branch (chi nhánh) that has the dossier. */
  @OfficeId()
  readonly landOffice: string;
}
