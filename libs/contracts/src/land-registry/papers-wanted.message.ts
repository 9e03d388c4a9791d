import { DateText, DossierCode, IdText, InstantText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';
import { WantedPaper } from '../parts/wanted-paper.part';

const example: PapersWantedV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000e1',
  documentNumber: '00001/2026/YCBS-BIEN-HOA',
  wantedAt: '2026-08-03T10:00:00+07:00',
  dueOn: '2026-09-03',
  papers: [
    { kind: 'contract', name: 'Hợp đồng chuyển nhượng', reason: 'Thiếu trang có lời chứng của công chứng viên' },
  ],
};

/** M04 DongBoTrangThaiChoBoSung: one request, one notice to the citizen; the clock stands until the papers come (F1). */
@Message({
  owner: 'land-registry',
  name: 'papers-wanted',
  version: 1,
  summary: 'Papers are missing or wrong: the citizen is to bring them, and the clock stands (chờ bổ sung) (M04, F1).',
  example,
})
export class PapersWantedV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** Names the request: the citizen hears of each request once. */
  @IdText()
  readonly requestId: string;

  /** Số phiếu yêu cầu bổ sung (Mẫu 02). */
  @Text({ max: 60 })
  readonly documentNumber: string;

  /** Ngày chờ bổ sung: the clock stands from here. */
  @InstantText()
  readonly wantedAt: string;

  /** Hạn bổ sung. */
  @DateText()
  readonly dueOn: string;

  @ListOf(() => WantedPaper, { max: 20 })
  readonly papers: readonly WantedPaper[];

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
