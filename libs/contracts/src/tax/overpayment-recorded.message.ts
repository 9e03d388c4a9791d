import type { DongText } from '@lienthong/kernel';
import {
  DateText,
  DongAmount,
  DossierCode,
  IdText,
  Message,
  OneOf,
  Personal,
  PersonalNumber,
  Text,
} from '@lienthong/envelope';
import { exampleDossierCode, exampleIncomeTax, exampleIssuedOn, exampleSeller } from '../parts/clean-transfer.example';

const example: OverpaymentRecordedV1 = {
  dossierCode: exampleDossierCode,
  overpaymentId: '019fc562-94c0-7000-8000-0000000000c1',
  payableItemId: exampleIncomeTax.payableItemId,
  payerNumber: exampleSeller.personalIdentificationNumber,
  amountDong: exampleIncomeTax.amountDong,
  cause: 'notice-withdrawn',
  recordedOn: exampleIssuedOn,
};

/** M45 KhoanNopThua: blocks nothing and pays nothing back; it is offset by id, or paid out when the payer asks (01/ĐNXLNT). */
@Message({
  owner: 'tax',
  name: 'overpayment-recorded',
  version: 1,
  summary: 'More was paid than is owed (khoản nộp thừa): the tax office keeps it for offsetting by id (M45, F7, F10).',
  example,
})
export class OverpaymentRecordedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly overpaymentId: string;

  @Text({ max: 32 })
  readonly payableItemId: string;

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @DongAmount()
  readonly amountDong: DongText;

  @OneOf(['paid-over', 'notice-lowered', 'notice-withdrawn'] as const)
  readonly cause: 'paid-over' | 'notice-lowered' | 'notice-withdrawn';

  @DateText()
  readonly recordedOn: string;
}
