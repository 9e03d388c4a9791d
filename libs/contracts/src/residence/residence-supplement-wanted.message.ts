import { DateText, DossierCode, InstantText, ListOfText, Message, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBirthAt, exampleBranch } from '../civil/civil.example';

const example: ResidenceSupplementWantedV1 = {
  ...exampleBranch('residence'),
  documentNumber: '00007/CT05',
  wantedAt: exampleBirthAt,
  until: '2026-08-12',
  items: ['Ý kiến của chủ hộ'],
  reason: 'Trẻ về nơi ở khác của cha mẹ.',
};

/** Pauses the clock of this branch only (O §4.5). */
@Message({
  owner: 'residence',
  name: 'residence-supplement-wanted',
  version: 1,
  summary: 'Papers are missing for the registration of residence (yêu cầu bổ sung, CT05).',
  example,
})
export class ResidenceSupplementWantedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Text({ max: 60 })
  readonly documentNumber: string;

  @InstantText()
  readonly wantedAt: string;

  /** Last day to bring them. */
  @DateText()
  readonly until: string;

  @ListOfText({ max: 20, maxLength: 200 })
  readonly items: readonly string[];

  @Text({ max: 1000 })
  readonly reason: string;
}
