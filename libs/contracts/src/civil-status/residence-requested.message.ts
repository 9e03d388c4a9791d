import { DossierCode, InstantText, Message, Optional, Part, Text } from '@lienthong/envelope';
import { BirthRecord } from '../civil/birth-record.part';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthRecord, exampleBranch, exampleResidenceRequest } from '../civil/civil.example';
import { ResidenceRequest } from '../civil/residence-request.part';

const example: ResidenceRequestedV1 = {
  ...exampleBranch('residence'),
  dueAt: '2026-08-06T09:20:00+07:00',
  birth: exampleBirthRecord,
  request: exampleResidenceRequest,
};

/** Branch 5a of the birth chain (O §4.2). */
@Message({
  owner: 'civil-status',
  name: 'residence-requested',
  version: 1,
  summary: 'Register the permanent residence of a child under six (đăng ký thường trú, CT01).',
  example,
})
export class ResidenceRequestedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  /** By when the law, or the configuration of the branch, wants it. */
  @InstantText()
  readonly dueAt: string;

  @Part(() => BirthRecord)
  readonly birth: BirthRecord;

  @Part(() => ResidenceRequest)
  readonly request: ResidenceRequest;

  /** A chain whose residence branch was refused before. */
  @Optional()
  @DossierCode()
  readonly previousDossierCode?: string;
}
