import { DossierCode, InstantText, ListOf, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleReceiptNumber, exampleSlipNumber } from '../parts/clean-transfer.example';
import { SlipFault } from '../parts/slip-fault.part';

const example: ReturnedSlipToldV1 = {
  dossierCode: exampleDossierCode,
  receiptNumber: exampleReceiptNumber,
  slipNumber: exampleSlipNumber,
  sentAt: '2026-08-03T10:00:00+07:00',
  returnedAt: '2026-08-04T10:00:02+07:00',
  faults: [{ rule: 'R6', text: 'Giá đất trên phiếu không có trong bảng giá có hiệu lực ngày 03/08/2026' }],
};

/** M54 ThueChuyenTraHoSoDoSai: the land office's clock runs again; the time at the tax office is not its own. */
@Message({
  owner: 'land-registry',
  name: 'returned-slip-told',
  version: 1,
  summary: 'The tax office returned the slip and the land office corrects it (thuế chuyển trả hồ sơ do sai) (M54, F3).',
  example,
})
export class ReturnedSlipToldV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 30 })
  readonly receiptNumber: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  /** When the slip went to the tax office: from here to `returnedAt` the land office's clock stood. */
  @InstantText()
  readonly sentAt: string;

  @InstantText()
  readonly returnedAt: string;

  @ListOf(() => SlipFault, { max: 50 })
  readonly faults: readonly SlipFault[];
}
