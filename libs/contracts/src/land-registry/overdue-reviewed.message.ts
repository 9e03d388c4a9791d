import { DossierCode, IdText, InstantText, Message, OneOf, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

/** What a land office finds when it reviews an overdue dossier. */
export const OVERDUE_FINDINGS = ['still-owed', 'data-wrong', 'to-be-withdrawn'] as const;
export type OverdueFinding = (typeof OVERDUE_FINDINGS)[number];

const example: OverdueReviewedV1 = {
  dossierCode: exampleDossierCode,
  messageId: '019fc562-94c0-7000-8000-0000000000f1',
  reviewedAt: '2026-09-07T09:20:00+07:00',
  finding: 'still-owed',
  reason: 'Hồ sơ đúng, chưa có chứng từ nộp tiền; đã nhắc người nộp',
};

/** The land office's answer to M24 (TT 19/2021 Đ18 kh.3): it has reviewed the overdue dossier, and found this. */
@Message({
  owner: 'land-registry',
  name: 'overdue-reviewed',
  version: 1,
  summary: 'The land office has reviewed an overdue dossier of the list (kết quả rà soát) (M24, F25).',
  example,
})
export class OverdueReviewedV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** The message that brought the list. */
  @IdText()
  readonly messageId: string;

  @InstantText()
  readonly reviewedAt: string;

  /** The notice stands; or its data are wrong and another slip follows; or the dossier is being withdrawn. */
  @OneOf(OVERDUE_FINDINGS)
  readonly finding: OverdueFinding;

  @Text({ max: 1000 })
  readonly reason: string;
}
