import { DateText, DossierCode, ListOf, Message, Part, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { BirthRecord } from '../civil/birth-record.part';
import { exampleBirthCode, exampleBirthRecord } from '../civil/civil.example';
import { CorrectedField } from '../civil/corrected-field.part';

const example: BirthCorrectedV1 = {
  dossierCode: exampleBirthCode,
  personalIdentificationNumber: exampleBirthRecord.personalIdentificationNumber,
  correctedOn: '2026-08-20',
  decisionNumber: '05/QĐ-UBND',
  changes: [{ field: 'name', before: 'Nguyễn Lê An', after: 'Nguyễn Lê Ân' }],
  birth: { ...exampleBirthRecord, child: { ...exampleBirthRecord.child, name: 'Nguyễn Lê Ân' } },
};

/** Who has a register of the child updates it; no second card, no second residence (O §4.5). */
@Message({
  owner: 'civil-status',
  name: 'birth-corrected',
  version: 1,
  summary: 'A registered birth was corrected (cải chính hộ tịch).',
  example,
})
export class BirthCorrectedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @DateText()
  readonly correctedOn: string;

  @Text({ max: 60 })
  readonly decisionNumber: string;

  @ListOf(() => CorrectedField, { min: 1, max: 10 })
  readonly changes: readonly CorrectedField[];

  /** The record as corrected. */
  @Part(() => BirthRecord)
  readonly birth: BirthRecord;
}
