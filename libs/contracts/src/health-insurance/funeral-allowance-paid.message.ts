import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, DossierCode, Message, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch, exampleFuneralAllowanceDong } from '../civil/civil.example';

const example: FuneralAllowancePaidV1 = {
  ...exampleBranch('funeral'),
  personalIdentificationNumber: '075040000009',
  amountDong: exampleFuneralAllowanceDong,
  paidOn: '2026-08-28',
  decisionNumber: '00033/QĐ-BHXH',
};

/** A payment after the support was paid opens a recovery task there (O §4.6). */
@Message({
  owner: 'health-insurance',
  name: 'funeral-allowance-paid',
  version: 1,
  summary: 'Social insurance has paid a funeral allowance (đã chi trợ cấp mai táng).',
  example,
})
export class FuneralAllowancePaidV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @DongAmount()
  readonly amountDong: DongText;

  @DateText()
  readonly paidOn: string;

  @Text({ max: 60 })
  readonly decisionNumber: string;
}
