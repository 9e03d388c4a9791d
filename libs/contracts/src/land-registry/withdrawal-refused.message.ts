import { DossierCode, InstantText, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: WithdrawalRefusedV1 = {
  dossierCode: exampleDossierCode,
  refusedAt: '2026-08-04T08:30:02+07:00',
  reason: 'Giấy chứng nhận đã ký và vào sổ',
};

/** The certificate is signed and entered: what is registered is not undone by a withdrawal (F8). */
@Message({
  owner: 'land-registry',
  name: 'withdrawal-refused',
  version: 1,
  summary: 'The dossier can no longer be withdrawn, with the reason (không cho rút hồ sơ) (F8).',
  example,
})
export class WithdrawalRefusedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @InstantText()
  readonly refusedAt: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
