import { DossierCode, InstantText, Message, Part, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch, exampleDeathRecord } from '../civil/civil.example';
import { DeathRecord } from '../civil/death-record.part';

const example: BenefitsStopRequestedV1 = {
  ...exampleBranch('benefits'),
  dueAt: '2026-08-06T09:20:00+07:00',
  death: exampleDeathRecord,
};

/** The agency of social insurance stops what it pays (O §4.6). */
@Message({
  owner: 'civil-status',
  name: 'benefits-stop-requested',
  version: 1,
  summary: 'Stop health insurance card and pension of a deceased person (dừng thẻ BHYT, lương hưu).',
  example,
})
export class BenefitsStopRequestedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  /** By when the law, or the configuration of the branch, wants it. */
  @InstantText()
  readonly dueAt: string;

  @Part(() => DeathRecord)
  readonly death: DeathRecord;
}
