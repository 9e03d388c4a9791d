import { DossierCode, IdText, InstantText, Message } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: WantedPapersReceivedV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000e1',
  receivedAt: '2026-08-05T10:00:02+07:00',
  appointmentAt: '2026-08-12T09:10:00+07:00',
};

/** DongBoTrangThaiDaBoSung, the answer to M05. */
@Message({
  owner: 'land-registry',
  name: 'wanted-papers-received',
  version: 1,
  summary: 'The land office has the papers that it wanted and goes on, with the new appointment (đã bổ sung) (M05).',
  example,
})
export class WantedPapersReceivedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  /** Ngày nhận bổ sung. */
  @InstantText()
  readonly receivedAt: string;

  /** Ngày hẹn trả mới. */
  @InstantText()
  readonly appointmentAt: string;
}
