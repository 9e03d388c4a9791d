import { DossierCode, IdText, InstantText, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleSlipId, exampleSlipNumber } from '../parts/clean-transfer.example';

const example: TransferSlipReceivedV1 = {
  dossierCode: exampleDossierCode,
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  receivedAt: '2026-08-03T10:00:02+07:00',
};

/** M11 TiepNhanPhieu (01-1/TB-TĐT): in regime C the tax clock starts here. */
@Message({
  owner: 'tax',
  name: 'transfer-slip-received',
  version: 1,
  summary: 'The tax office has received the transfer slip, form and signature are right (tiếp nhận phiếu) (M11).',
  example,
})
export class TransferSlipReceivedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @InstantText()
  readonly receivedAt: string;
}
