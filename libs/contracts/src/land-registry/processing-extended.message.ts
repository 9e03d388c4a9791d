import { DossierCode, InstantText, Message, Text } from '@lienthong/envelope';

const example: ProcessingExtendedV1 = {
  dossierCode: 'H19.91.01-260803-0002',
  extension: 'looked-into',
  extendedAt: '2026-08-03T14:20:00+07:00',
  reason: 'Cần xác minh chữ ký trên hợp đồng thế chấp với bên nhận thế chấp',
};

/** The land office needs the longer time that the law gives for this; the desk makes the new appointment (Mẫu 04, O §1.5). */
@Message({
  owner: 'land-registry',
  name: 'processing-extended',
  version: 1,
  summary:
    'The land office takes the longer time that the procedure gives for a reason, once (gia hạn thời gian giải quyết); the desk makes the new appointment.',
  example,
})
export class ProcessingExtendedV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** What the procedure calls it, such as `looked-into`. */
  @Text({ max: 40, pattern: '^[a-z]+(-[a-z]+)*$' })
  readonly extension: string;

  @InstantText()
  readonly extendedAt: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
