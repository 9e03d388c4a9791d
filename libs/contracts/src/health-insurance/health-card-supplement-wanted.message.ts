import { DateText, DossierCode, InstantText, ListOfText, Message, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: HealthCardSupplementWantedV1 = {
  ...exampleBranch('health-card'),
  documentNumber: '00004/TB-BHXH',
  wantedAt: exampleBirthAt,
  until: '2026-08-12',
  items: ['Nơi đăng ký khám, chữa bệnh ban đầu'],
  reason: 'Tờ khai thiếu thông tin.',
};

/** Pauses the clock of this branch only. */
@Message({
  owner: 'health-insurance',
  name: 'health-card-supplement-wanted',
  version: 1,
  summary: 'Papers are missing for the health insurance card (yêu cầu bổ sung).',
  example,
})
export class HealthCardSupplementWantedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Text({ max: 60 })
  readonly documentNumber: string;

  @InstantText()
  readonly wantedAt: string;

  /** Last day to bring them. */
  @DateText()
  readonly until: string;

  @ListOfText({ max: 20, maxLength: 200 })
  readonly items: readonly string[];

  @Text({ max: 1000 })
  readonly reason: string;
}
