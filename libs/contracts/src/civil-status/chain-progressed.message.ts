import { DossierCode, InstantText, ListOf, Message, Optional, Text, Whole } from '@lienthong/envelope';
import { exampleBirthAt, exampleBirthCode, exampleSubDossier } from '../civil/civil.example';
import { SubDossier } from '../civil/sub-dossier.part';

const example: ChainProgressedV1 = {
  dossierCode: exampleBirthCode,
  state: 4,
  at: exampleBirthAt,
  subDossiers: [exampleSubDossier],
};

/** The whole picture each time, so that a repeat or a lost one changes nothing. */
@Message({
  owner: 'civil-status',
  name: 'chain-progressed',
  version: 1,
  summary: 'How the chain stands: the state of the dossier and of each sub-dossier (tình trạng liên thông).',
  example,
})
export class ChainProgressedV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** State of the parent dossier, by the rule at the end of O §3.7. */
  @Whole({ min: 1, max: 10 })
  readonly state: number;

  @InstantText()
  readonly at: string;

  @ListOf(() => SubDossier, { min: 1, max: 8 })
  readonly subDossiers: readonly SubDossier[];

  /** The new appointment, where the law has given the chain more time. */
  @Optional()
  @InstantText()
  readonly appointmentAt?: string;

  @Optional()
  @Text({ max: 300 })
  readonly note?: string;
}
