import { DossierCode, InstantText, Message, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: BranchStoppedV1 = {
  ...exampleBranch('residence'),
  stoppedAt: exampleBirthAt,
  reason: 'Trẻ đã chết trước khi hoàn tất liên thông.',
};

/** For example because the child has died meanwhile (O §4.5); what is registered stays. */
@Message({
  owner: 'civil-status',
  name: 'branch-stopped',
  version: 1,
  summary: 'An open branch of the chain is stopped (dừng xử lý).',
  example,
})
export class BranchStoppedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @InstantText()
  readonly stoppedAt: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
