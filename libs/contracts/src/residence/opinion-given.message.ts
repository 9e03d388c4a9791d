import { DossierCode, InstantText, Message, OneOf, Personal, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: OpinionGivenV1 = {
  ...exampleBranch('residence'),
  opinion: 'agreed',
  givenAt: exampleBirthAt,
  text: 'Gia đình thường trú ổn định.',
};

/** Answers `opinion-asked`. */
@Message({
  owner: 'residence',
  name: 'opinion-given',
  version: 1,
  summary: 'The opinion that another agency had asked for (trả lời ý kiến phối hợp).',
  example,
})
export class OpinionGivenV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @OneOf(['agreed', 'not-agreed'] as const)
  readonly opinion: 'agreed' | 'not-agreed';

  @InstantText()
  readonly givenAt: string;

  @Personal()
  @Text({ max: 2000 })
  readonly text: string;
}
