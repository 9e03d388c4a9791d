import { type DongText, dongText } from '@lienthong/kernel';
import { DongAmount, DossierCode, InstantText, ListOfText, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleIncomeTax } from '../parts/clean-transfer.example';

const example: ObligationReopenedV1 = {
  dossierCode: exampleDossierCode,
  reopenedAt: '2026-08-22T09:00:00+07:00',
  payableItemIds: [exampleIncomeTax.payableItemId],
  remainderDong: dongText(16_000_000n),
  reason: 'Kho bạc hủy bút toán',
};

/** F16: the treasury reversed a booking, so that what was fulfilled is owed again. */
@Message({
  owner: 'tax',
  name: 'obligation-reopened',
  version: 1,
  summary:
    'A booking was reversed: the obligation that was fulfilled is owed again (nghĩa vụ tài chính chưa hoàn thành) (F16).',
  example,
})
export class ObligationReopenedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @InstantText()
  readonly reopenedAt: string;

  @ListOfText({ max: 200, maxLength: 32 })
  readonly payableItemIds: readonly string[];

  /** Còn phải nộp. */
  @DongAmount()
  readonly remainderDong: DongText;

  @Text({ max: 1000 })
  readonly reason: string;
}
