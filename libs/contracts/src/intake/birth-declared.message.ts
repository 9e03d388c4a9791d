import { DossierCode, InstantText, Message, OneOf, Part, ProcedureCode } from '@lienthong/envelope';
import { BirthDeclaration } from '../civil/birth-declaration.part';
import { exampleBirthAt, exampleBirthCode, exampleBirthDeclaration } from '../civil/civil.example';

const example: BirthDeclaredV1 = {
  dossierCode: exampleBirthCode,
  procedure: '2.002621',
  channel: 'desk',
  receivedAt: exampleBirthAt,
  appointmentAt: '2026-08-06T09:20:00+07:00',
  declaration: exampleBirthDeclaration,
};

/** One declaration for up to three procedures (O §4.2 step 1). */
@Message({
  owner: 'intake',
  name: 'birth-declared',
  version: 1,
  summary:
    'The one-stop desk forwards a declaration of birth with what is asked beside it (khai sinh, thường trú, thẻ BHYT).',
  example,
})
export class BirthDeclaredV1 {
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

  @Part(() => BirthDeclaration)
  readonly declaration: BirthDeclaration;
}
