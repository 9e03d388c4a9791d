import { DossierCode, Flag, InstantText, Message, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: ResidenceRefusedV1 = {
  ...exampleBranch('residence'),
  documentNumber: '00012/CT06',
  refusedAt: exampleBirthAt,
  reason: 'Thiếu ý kiến của chủ hộ.',
  accepted: false,
};

/** The other branches go on; the chain ends partly completed (O §4.5). */
@Message({
  owner: 'residence',
  name: 'residence-refused',
  version: 1,
  summary: 'The registration of residence is refused with a written notice (từ chối, CT06).',
  example,
})
export class ResidenceRefusedV1 {
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
