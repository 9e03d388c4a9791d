import { DossierCode, Flag, InstantText, Message, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: HealthCardRefusedV1 = {
  ...exampleBranch('health-card'),
  documentNumber: '00003/TB-BHXH',
  refusedAt: exampleBirthAt,
  reason: 'Trẻ không thuộc diện cấp.',
  accepted: false,
};

/** The other branches go on. */
@Message({
  owner: 'health-insurance',
  name: 'health-card-refused',
  version: 1,
  summary: 'The health insurance card is refused with a written notice (từ chối cấp thẻ BHYT).',
  example,
})
export class HealthCardRefusedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Text({ max: 60 })
  readonly documentNumber: string;

  @InstantText()
  readonly refusedAt: string;

  @Text({ max: 1000 })
  readonly reason: string;

  /** Whether the agency had accepted the request: then state 8, else 3. */
  @Flag()
  readonly accepted: boolean;
}
