import { DossierCode, InstantText, Message, Part, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch, exampleDeathRecord } from '../civil/civil.example';
import { DeathRecord } from '../civil/death-record.part';

const example: ResidenceDeregistrationRequestedV1 = {
  ...exampleBranch('residence'),
  dueAt: '2026-08-04T09:20:00+07:00',
  death: exampleDeathRecord,
};

/** Within one working day of the data (NĐ 58/2026; O §4.6). */
@Message({
  owner: 'civil-status',
  name: 'residence-deregistration-requested',
  version: 1,
  summary: 'End the permanent residence of a deceased person (xóa đăng ký thường trú).',
  example,
})
export class ResidenceDeregistrationRequestedV1 {
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
