import { DossierCode, InstantText, Message, OneOf, Optional, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: ProgressChangedV1 = {
  dossierCode: exampleDossierCode,
  step: 'checked',
  at: '2026-08-03T09:40:00+07:00',
  note: 'Hồ sơ đủ điều kiện, chuyển lập phiếu chuyển thông tin',
};

/** M03 DongBoTrangThaiLuanChuyenHoSo. */
@Message({
  owner: 'land-registry',
  name: 'progress-changed',
  version: 1,
  summary: 'A step of the dossier at the land registration office is done (trạng thái luân chuyển) (M03).',
  example,
})
export class ProgressChangedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @OneOf(['checked', 'certificate-prepared'] as const)
  readonly step: 'checked' | 'certificate-prepared';

  @InstantText()
  readonly at: string;

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
