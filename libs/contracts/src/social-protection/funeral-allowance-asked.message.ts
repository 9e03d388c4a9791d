import { DateText, DossierCode, InstantText, Message, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: FuneralAllowanceAskedV1 = {
  ...exampleBranch('funeral'),
  personalIdentificationNumber: '075040000009',
  diedOn: '2026-08-01',
  askedAt: exampleBirthAt,
};

/** Asked before the support is paid (O §4.6). */
@Message({
  owner: 'social-protection',
  name: 'funeral-allowance-asked',
  version: 1,
  summary: 'Asks social insurance whether it pays a funeral allowance (hỏi trợ cấp mai táng).',
  example,
})
export class FuneralAllowanceAskedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @DateText()
  readonly diedOn: string;

  @InstantText()
  readonly askedAt: string;
}
