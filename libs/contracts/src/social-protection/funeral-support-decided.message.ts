import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, DossierCode, Message, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch, exampleFuneralSupportDong } from '../civil/civil.example';

const example: FuneralSupportDecidedV1 = {
  ...exampleBranch('funeral'),
  decisionNumber: '00008/QĐ-UBND',
  decidedOn: '2026-08-05',
  amountDong: exampleFuneralSupportDong,
  legalBasis: 'NĐ 20/2021/NĐ-CP Đ11',
};

/** One payment per deceased and kind (O §4.6). */
@Message({
  owner: 'social-protection',
  name: 'funeral-support-decided',
  version: 1,
  summary: 'The support of funeral costs is granted (quyết định hỗ trợ chi phí mai táng).',
  example,
})
export class FuneralSupportDecidedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Text({ max: 60 })
  readonly decisionNumber: string;

  @DateText()
  readonly decidedOn: string;

  @DongAmount()
  readonly amountDong: DongText;

  @Text({ max: 200 })
  readonly legalBasis: string;
}
