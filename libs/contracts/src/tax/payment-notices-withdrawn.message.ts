import { DateText, DossierCode, ListOfText, Message, Text } from '@lienthong/envelope';
import {
  exampleDossierCode,
  exampleIncomeTax,
  exampleIssuedOn,
  exampleRegistrationFee,
} from '../parts/clean-transfer.example';

const example: PaymentNoticesWithdrawnV1 = {
  dossierCode: exampleDossierCode,
  noticeNumbers: [exampleIncomeTax.noticeNumber, exampleRegistrationFee.noticeNumber],
  withdrawnOn: exampleIssuedOn,
  reason: 'Công dân rút hồ sơ',
  document: '00123/PCTT-CNBH',
};

/** M23 ThuHoiThongBao: the notices stay as they were issued, nothing is due by them any more; money paid is overpaid (M45). */
@Message({
  owner: 'tax',
  name: 'payment-notices-withdrawn',
  version: 1,
  summary: 'The tax office withdraws payment notices (thu hồi thông báo): what is unpaid is closed (M23, F7).',
  example,
})
export class PaymentNoticesWithdrawnV1 {
  @DossierCode()
  readonly dossierCode: string;

  @ListOfText({ max: 20, maxLength: 60 })
  readonly noticeNumbers: readonly string[];

  @DateText()
  readonly withdrawnOn: string;

  @Text({ max: 300 })
  readonly reason: string;

  /** The paper for which they are withdrawn. */
  @Text({ max: 100 })
  readonly document: string;
}
