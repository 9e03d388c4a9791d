import { DossierCode, InstantText, Message, Part, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch, exampleDeathRecord, exampleFuneralClaim } from '../civil/civil.example';
import { DeathRecord } from '../civil/death-record.part';
import { FuneralClaim } from '../civil/funeral-claim.part';

const example: FuneralSupportRequestedV1 = {
  ...exampleBranch('funeral'),
  dueAt: '2026-08-06T09:20:00+07:00',
  death: exampleDeathRecord,
  claim: exampleFuneralClaim,
};

/** The rule set is that of the day of death (O §4.6). */
@Message({
  owner: 'civil-status',
  name: 'funeral-support-requested',
  version: 1,
  summary: 'Decide on the support of funeral costs (hỗ trợ chi phí mai táng).',
  example,
})
export class FuneralSupportRequestedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  /** By when the law, or the configuration of the branch, wants it. */
  @InstantText()
  readonly dueAt: string;

  @Part(() => DeathRecord)
  readonly death: DeathRecord;

  @Part(() => FuneralClaim)
  readonly claim: FuneralClaim;
}
