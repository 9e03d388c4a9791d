import { DossierCode, Message, Part } from '@lienthong/envelope';
import { exampleBirthCode, exampleDeathRecord } from '../civil/civil.example';
import { DeathRecord } from '../civil/death-record.part';

const example: DeathRegisteredV1 = { dossierCode: exampleBirthCode, death: exampleDeathRecord };

/** The pivot of the death chain (O §4.6). */
@Message({
  owner: 'civil-status',
  name: 'death-registered',
  version: 1,
  summary: 'The death is registered (đã đăng ký khai tử).',
  example,
})
export class DeathRegisteredV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Part(() => DeathRecord)
  readonly death: DeathRecord;
}
