import { DossierCode, InstantText, Message, Personal, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch } from '../civil/civil.example';

const example: OpinionAskedV1 = {
  ...exampleBranch('residence'),
  dueAt: '2026-08-05T09:20:00+07:00',
  question: 'Gia đình có nơi thường trú ổn định không?',
};

/** Co-operation across agencies (liên thông theo chiều ngang, S2). */
@Message({
  owner: 'civil-status',
  name: 'opinion-asked',
  version: 1,
  summary: 'An agency is asked for its opinion before the step goes on (xin ý kiến phối hợp).',
  example,
})
export class OpinionAskedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  /** By when the law, or the configuration of the branch, wants it. */
  @InstantText()
  readonly dueAt: string;

  @Personal()
  @Text({ max: 2000 })
  readonly question: string;
}
