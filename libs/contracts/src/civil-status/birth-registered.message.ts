import { DossierCode, Message, Part } from '@lienthong/envelope';
import { BirthRecord } from '../civil/birth-record.part';
import { exampleBirthCode, exampleBirthRecord } from '../civil/civil.example';

const example: BirthRegisteredV1 = { dossierCode: exampleBirthCode, birth: exampleBirthRecord };

/** The pivot of the birth chain: a legal act that no software undoes (O §4.5). */
@Message({
  owner: 'civil-status',
  name: 'birth-registered',
  version: 1,
  summary: 'The birth is registered and has its personal identification number (đã đăng ký khai sinh).',
  example,
})
export class BirthRegisteredV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Part(() => BirthRecord)
  readonly birth: BirthRecord;
}
