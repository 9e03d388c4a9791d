import { DateText, DossierCode, Flag, Message, Personal, Text } from '@lienthong/envelope';
import { HEALTH_CARD_NUMBER, SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch } from '../civil/civil.example';

const example: HealthCardIssuedV1 = {
  ...exampleBranch('health-card'),
  cardNumber: '7526000001',
  issuedOn: '2026-08-04',
  validFrom: '2026-07-20',
  validTo: '2032-09-30',
  existedBefore: false,
};

/** An existing card, matched by the personal number, is a success (O §4.5). */
@Message({
  owner: 'health-insurance',
  name: 'health-card-issued',
  version: 1,
  summary: 'The health insurance card is issued, or one was there already (đã cấp thẻ BHYT).',
  example,
})
export class HealthCardIssuedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Personal()
  @Text({ max: 15, pattern: HEALTH_CARD_NUMBER })
  readonly cardNumber: string;

  @DateText()
  readonly issuedOn: string;

  @DateText()
  readonly validFrom: string;

  @DateText()
  readonly validTo: string;

  @Flag()
  readonly existedBefore: boolean;
}
