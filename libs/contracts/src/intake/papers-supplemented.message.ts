import { DossierCode, InstantText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch, examplePaper } from '../civil/civil.example';
import { Paper } from '../civil/paper.part';

const example: PapersSupplementedV1 = {
  ...exampleBranch('residence'),
  suppliedAt: exampleBirthAt,
  papers: [examplePaper],
};

/** Answers a wanted supplement: the branch goes on (O §4.5). */
@Message({
  owner: 'intake',
  name: 'papers-supplemented',
  version: 1,
  summary: 'The citizen has brought the papers that were asked for (bổ sung giấy tờ).',
  example,
})
export class PapersSupplementedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @InstantText()
  readonly suppliedAt: string;

  @ListOf(() => Paper, { min: 1, max: 20 })
  readonly papers: readonly Paper[];

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
