import { DossierCode, InstantText, Message, Text } from '@lienthong/envelope';
import { PROVINCE_CODE, SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: DeregistrationForwardedV1 = {
  ...exampleBranch('residence'),
  provinceCode: '79',
  forwardedAt: exampleBirthAt,
};

/** The branch waits, the others do not (O §4.6). */
@Message({
  owner: 'residence',
  name: 'deregistration-forwarded',
  version: 1,
  summary: 'The residence is in another province; its police has been asked (chuyển công an tỉnh khác).',
  example,
})
export class DeregistrationForwardedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Text({ max: 2, pattern: PROVINCE_CODE })
  readonly provinceCode: string;

  @InstantText()
  readonly forwardedAt: string;
}
