import { DossierCode, InstantText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch, examplePaper } from '../civil/civil.example';
import { Paper } from '../civil/paper.part';

const example: PapersForwardedV1 = {
  ...exampleBranch('residence'),
  forwardedAt: exampleBirthAt,
  papers: [examplePaper],
};

/** Ends the pause of the branch. */
@Message({
  owner: 'civil-status',
  name: 'papers-forwarded',
  version: 1,
  summary: 'The papers that an agency of the chain had asked for (bổ sung giấy tờ).',
  example,
})
export class PapersForwardedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @InstantText()
  readonly forwardedAt: string;

  @ListOf(() => Paper, { min: 1, max: 20 })
  readonly papers: readonly Paper[];

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
