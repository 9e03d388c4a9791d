import { DateText, DossierCode, Flag, Message, Optional, Personal, Text } from '@lienthong/envelope';
import { HEALTH_CARD_NUMBER, SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch } from '../civil/civil.example';

const example: BenefitsStoppedV1 = {
  ...exampleBranch('benefits'),
  cardNumber: '7526000009',
  pensionStopped: false,
  stoppedOn: '2026-08-04',
  decisionNumber: '00021/QĐ-BHXH',
};

/** What was not there is said, not refused. */
@Message({
  owner: 'health-insurance',
  name: 'benefits-stopped',
  version: 1,
  summary: 'Card and pension of a deceased person are stopped (đã dừng thẻ BHYT, lương hưu).',
  example,
})
export class BenefitsStoppedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Optional()
  @Personal()
  @Text({ max: 15, pattern: HEALTH_CARD_NUMBER })
  readonly cardNumber?: string;

  @Flag()
  readonly pensionStopped: boolean;

  @DateText()
  readonly stoppedOn: string;

  @Text({ max: 60 })
  readonly decisionNumber: string;
}
