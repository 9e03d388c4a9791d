import { DossierCode, InstantText, Message, OneOf, Part, ProcedureCode } from '@lienthong/envelope';
import { exampleBirthAt, exampleBirthCode, exampleDeathDeclaration } from '../civil/civil.example';
import { DeathDeclaration } from '../civil/death-declaration.part';

const example: DeathDeclaredV1 = {
  dossierCode: exampleBirthCode,
  procedure: '2.002622',
  channel: 'desk',
  receivedAt: exampleBirthAt,
  appointmentAt: '2026-08-06T09:20:00+07:00',
  declaration: exampleDeathDeclaration,
};

/** One declaration for two to four procedures (O §4.6). */
@Message({
  owner: 'intake',
  name: 'death-declared',
  version: 1,
  summary:
    'The one-stop desk forwards a declaration of death with what is asked beside it (khai tử, xóa thường trú, mai táng phí).',
  example,
})
export class DeathDeclaredV1 {
  @DossierCode()
  readonly dossierCode: string;

  @ProcedureCode()
  readonly procedure: string;

  @OneOf(['desk', 'online', 'post'] as const)
  readonly channel: 'desk' | 'online' | 'post';

  /** Ngày tiếp nhận. */
  @InstantText()
  readonly receivedAt: string;

  /** Ngày hẹn trả. */
  @InstantText()
  readonly appointmentAt: string;

  @Part(() => DeathDeclaration)
  readonly declaration: DeathDeclaration;
}
