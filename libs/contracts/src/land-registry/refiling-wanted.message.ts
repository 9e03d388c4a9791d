import { DossierCode, InstantText, Message, OneOf, ProcedureCode, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleReceiptNumber } from '../parts/clean-transfer.example';

const example: RefilingWantedV1 = {
  dossierCode: exampleDossierCode,
  receiptNumber: exampleReceiptNumber,
  wantedAt: '2026-08-03T10:00:00+07:00',
  cause: 'wrong-procedure',
  procedure: '1.013833',
  reason: 'Hồ sơ là đăng ký thay đổi thông tin, không phải chuyển nhượng',
};

/** M06 ThongBaoNhapSaiThuTuc, YeuCauCapNhatHoSo: nothing more happens under this code, the desk files anew (F2). */
@Message({
  owner: 'land-registry',
  name: 'refiling-wanted',
  version: 1,
  summary:
    'Procedure or data were wrong at intake: the desk files the dossier anew, linked to this one (nhập sai thủ tục) (M06, F2).',
  example,
})
export class RefilingWantedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 30 })
  readonly receiptNumber: string;

  @InstantText()
  readonly wantedAt: string;

  @OneOf(['wrong-procedure', 'wrong-data'] as const)
  readonly cause: 'wrong-procedure' | 'wrong-data';

  /** The procedure under which it is to be filed; the same one where only data were wrong. */
  @ProcedureCode()
  readonly procedure: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
