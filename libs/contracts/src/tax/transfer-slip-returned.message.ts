import { DossierCode, IdText, InstantText, ListOf, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleSlipId, exampleSlipNumber } from '../parts/clean-transfer.example';
import { SlipFault } from '../parts/slip-fault.part';

const example: TransferSlipReturnedV1 = {
  dossierCode: exampleDossierCode,
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  returnedAt: '2026-08-03T10:00:02+07:00',
  faults: [{ rule: 'R6', text: 'Giá đất trên phiếu không có trong bảng giá có hiệu lực ngày 03/08/2026' }],
};

/** M11 with an error code (F3, F27): no tax clock starts; the land office corrects and sends a further submission. */
@Message({
  owner: 'tax',
  name: 'transfer-slip-returned',
  version: 1,
  summary:
    'The tax office returns the transfer slip for correction, naming every fault (trả lại phiếu) (M11, F3, F27).',
  example,
})
export class TransferSlipReturnedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @InstantText()
  readonly returnedAt: string;

  @ListOf(() => SlipFault, { max: 50 })
  readonly faults: readonly SlipFault[];
}
