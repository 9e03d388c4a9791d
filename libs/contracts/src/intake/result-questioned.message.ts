import { DossierCode, InstantText, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: ResultQuestionedV1 = {
  dossierCode: exampleDossierCode,
  questionedAt: '2026-08-10T09:20:00+07:00',
  reason: 'Sai số tờ bản đồ trên trang 4',
};

/** M53 PhanHoiHoSoSaiKetQua: the dossier goes back from 9 to 4, and the land office opens it again. */
@Message({
  owner: 'intake',
  name: 'result-questioned',
  version: 1,
  summary: 'The result papers are wrong: the land office opens the dossier again (phản hồi hồ sơ sai kết quả) (M53).',
  example,
})
export class ResultQuestionedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @InstantText()
  readonly questionedAt: string;

  /** What is wrong. */
  @Text({ max: 1000 })
  readonly reason: string;
}
