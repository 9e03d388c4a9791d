import { DossierCode, InstantText, Message, Part, Text } from '@lienthong/envelope';
import { BirthRecord } from '../civil/birth-record.part';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthRecord, exampleBranch, exampleHealthCardRequest } from '../civil/civil.example';
import { HealthCardRequest } from '../civil/health-card-request.part';

const example: HealthCardRequestedV1 = {
  ...exampleBranch('health-card'),
  dueAt: '2026-08-06T09:20:00+07:00',
  birth: exampleBirthRecord,
  request: exampleHealthCardRequest,
};

/** Branch 5b of the birth chain (O §4.2). */
@Message({
  owner: 'civil-status',
  name: 'health-card-requested',
  version: 1,
  summary: 'Issue the health insurance card of a child under six (thẻ BHYT, TK1-TS).',
  example,
})
export class HealthCardRequestedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  /** By when the law, or the configuration of the branch, wants it. */
  @InstantText()
  readonly dueAt: string;

  @Part(() => BirthRecord)
  readonly birth: BirthRecord;

  @Part(() => HealthCardRequest)
  readonly request: HealthCardRequest;
}
