import { DossierCode, Flag, InstantText, Message, Optional, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: FuneralSupportRefusedV1 = {
  ...exampleBranch('funeral'),
  documentNumber: '00009/TB-UBND',
  refusedAt: exampleBirthAt,
  reason: 'Không thuộc diện hỗ trợ.',
  accepted: false,
};

/** The extract of the death record is delivered all the same (O §4.6). */
@Message({
  owner: 'social-protection',
  name: 'funeral-support-refused',
  version: 1,
  summary: 'The support of funeral costs is refused with a written notice (không đủ điều kiện hỗ trợ mai táng).',
  example,
})
export class FuneralSupportRefusedV1 {
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

  /** Whether the agency had accepted the claim: then state 8, else 3. */
  @Flag()
  readonly accepted: boolean;

  /** The dossier under which the support was paid already. */
  @Optional()
  @DossierCode()
  readonly firstDossierCode?: string;
}
