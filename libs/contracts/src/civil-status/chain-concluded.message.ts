import { DossierCode, InstantText, ListOf, Message, OneOf, Optional, Text } from '@lienthong/envelope';
import { ChainResult } from '../civil/chain-result.part';
import { exampleBirthAt, exampleBirthCode, exampleBirthRecord, exampleEntry } from '../civil/civil.example';

const example: ChainConcludedV1 = {
  dossierCode: exampleBirthCode,
  outcome: 'completed',
  concludedAt: exampleBirthAt,
  results: [
    {
      kind: 'birth-certificate',
      number: exampleEntry.registrationNumber,
      issuedOn: exampleEntry.registeredOn,
      book: exampleEntry.book,
      page: exampleEntry.page,
      personalIdentificationNumber: exampleBirthRecord.personalIdentificationNumber,
      copies: 2,
    },
  ],
};

/** What the citizen gets, and why something is missing. */
@Message({
  owner: 'civil-status',
  name: 'chain-concluded',
  version: 1,
  summary: 'The chain has ended: completed, partly completed, stopped, or not accepted (kết thúc liên thông).',
  example,
})
export class ChainConcludedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @OneOf(['completed', 'partly-completed', 'stopped', 'not-accepted'] as const)
  readonly outcome: 'completed' | 'partly-completed' | 'stopped' | 'not-accepted';

  @InstantText()
  readonly concludedAt: string;

  @ListOf(() => ChainResult, { min: 0, max: 8 })
  readonly results: readonly ChainResult[];

  @Optional()
  @Text({ max: 1000 })
  readonly reason?: string;

  /** Number of the written notice. */
  @Optional()
  @Text({ max: 60 })
  readonly documentNumber?: string;

  /** The dossier that already has this birth or death. */
  @Optional()
  @DossierCode()
  readonly firstDossierCode?: string;
}
