import { DateText, DossierCode, Message, OneOf, Optional, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch } from '../civil/civil.example';

const example: ResidenceDeregisteredV1 = {
  ...exampleBranch('residence'),
  outcome: 'deregistered',
  endedOn: '2026-08-04',
  noticeNumber: '00046/TB-CA',
};

/** Nothing to delete is an end, not an error (O §4.6). */
@Message({
  owner: 'residence',
  name: 'residence-deregistered',
  version: 1,
  summary: 'The permanent residence has ended, or there was none (đã xóa đăng ký thường trú).',
  example,
})
export class ResidenceDeregisteredV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @OneOf(['deregistered', 'nothing-to-delete'] as const)
  readonly outcome: 'deregistered' | 'nothing-to-delete';

  @DateText()
  readonly endedOn: string;

  @Optional()
  @Text({ max: 60 })
  readonly noticeNumber?: string;
}
