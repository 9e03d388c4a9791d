import { DossierCode, IdText, InstantText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import { Paper } from '../civil/paper.part';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: WantedPapersSuppliedV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000e1',
  suppliedAt: '2026-08-05T10:00:00+07:00',
  appointmentAt: '2026-08-12T09:10:00+07:00',
  papers: [{ kind: 'contract', name: 'Hợp đồng chuyển nhượng' }],
};

/** M05 CapNhatTrangThaiBoSungHoSo: only now is there a new appointment (F1). */
@Message({
  owner: 'intake',
  name: 'wanted-papers-supplied',
  version: 1,
  summary: 'The citizen has brought the papers that the land office wanted; the appointment is made anew (M05, F1).',
  example,
})
export class WantedPapersSuppliedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  @InstantText()
  readonly suppliedAt: string;

  /** Ngày hẹn trả mới. */
  @InstantText()
  readonly appointmentAt: string;

  @ListOf(() => Paper, { max: 20 })
  readonly papers: readonly Paper[];

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
