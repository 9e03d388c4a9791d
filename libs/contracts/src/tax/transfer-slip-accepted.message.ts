import { DateText, DossierCode, IdText, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleSlipId, exampleSlipNumber } from '../parts/clean-transfer.example';

const example: TransferSlipAcceptedV1 = {
  dossierCode: exampleDossierCode,
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  acceptedOn: '2026-06-29',
};

/** M12 ChapNhanPhieu (01-2/TB-TĐT): only under the regime whose tax clock starts on the day that it prints (corrections row 16). */
@Message({
  owner: 'tax',
  name: 'transfer-slip-accepted',
  version: 1,
  summary:
    'The tax office has accepted the transfer slip, its clock starts that day (chấp nhận phiếu) (M12, regime B only).',
  example,
})
export class TransferSlipAcceptedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @DateText()
  readonly acceptedOn: string;
}
