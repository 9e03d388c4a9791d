import type { DongText } from '@lienthong/kernel';
import {
  DateText,
  DongAmount,
  DossierCode,
  Flag,
  Message,
  Optional,
  Personal,
  PersonalNumber,
  Text,
} from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch } from '../civil/civil.example';

const example: FuneralAllowanceToldV1 = {
  ...exampleBranch('funeral'),
  personalIdentificationNumber: '075040000009',
  entitled: false,
};

/** Answers `funeral-allowance-asked`: only the highest benefit is paid (NĐ 176/2025; O §4.6). */
@Message({
  owner: 'health-insurance',
  name: 'funeral-allowance-told',
  version: 1,
  summary: 'Whether social insurance pays a funeral allowance for this person, and how much (trợ cấp mai táng).',
  example,
})
export class FuneralAllowanceToldV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @Flag()
  readonly entitled: boolean;

  @Optional()
  @DongAmount()
  readonly amountDong?: DongText;

  @Optional()
  @DateText()
  readonly paidOn?: string;
}
