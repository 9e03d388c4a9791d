import { DateText, DossierCode, Message, Part, Text } from '@lienthong/envelope';
import { exampleBirthCode, exampleDeathRecord } from '../civil/civil.example';
import { DeathRecord } from '../civil/death-record.part';

const example: DeathRevokedV1 = {
  dossierCode: exampleBirthCode,
  death: exampleDeathRecord,
  revokedOn: '2026-08-25',
  decisionNumber: '09/QĐ-UBND',
  reason: 'Đăng ký nhầm người.',
};

/** A legal act; every recipient reverses what it did (O §4.6). */
@Message({
  owner: 'civil-status',
  name: 'death-revoked',
  version: 1,
  summary: 'A registration of death is cancelled: the person is alive (hủy đăng ký khai tử).',
  example,
})
export class DeathRevokedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Part(() => DeathRecord)
  readonly death: DeathRecord;

  @DateText()
  readonly revokedOn: string;

  @Text({ max: 60 })
  readonly decisionNumber: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
