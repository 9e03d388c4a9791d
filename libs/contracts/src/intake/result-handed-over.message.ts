import { DossierCode, InstantText, Message, Optional, Personal, Text } from '@lienthong/envelope';
import { exampleBuyer, exampleDossierCode } from '../parts/clean-transfer.example';

const example: ResultHandedOverV1 = {
  dossierCode: exampleDossierCode,
  handedOverAt: '2026-08-03T15:20:00+07:00',
  receiverName: exampleBuyer.name,
};

/** M52 CapNhatKetQuaTraHoSo. */
@Message({
  owner: 'intake',
  name: 'result-handed-over',
  version: 1,
  summary: 'The one-stop desk has handed the result to the citizen (trả kết quả) (M52).',
  example,
})
export class ResultHandedOverV1 {
  @DossierCode()
  readonly dossierCode: string;

  @InstantText()
  readonly handedOverAt: string;

  /** Who took the result at the desk. */
  @Optional()
  @Personal()
  @Text({ max: 120 })
  readonly receiverName?: string;
}
