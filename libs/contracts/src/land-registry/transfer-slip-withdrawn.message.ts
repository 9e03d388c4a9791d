import { DossierCode, IdText, InstantText, Message, OneOf, Optional, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleSlipId, exampleSlipNumber } from '../parts/clean-transfer.example';

const example: TransferSlipWithdrawnV1 = {
  dossierCode: exampleDossierCode,
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  withdrawnAt: '2026-08-04T09:00:00+07:00',
  cause: 'wrong-slip',
  reason: 'Phiếu lập nhầm thửa đất',
  documentNumber: '00007/2026/TH-BIEN-HOA',
};

/** M15 ThuHoiPhieu: the tax office withdraws the notices of the slip (M23); money paid is never sent back by itself. */
@Message({
  owner: 'land-registry',
  name: 'transfer-slip-withdrawn',
  version: 1,
  summary:
    'The land registration office withdraws a transfer slip: the citizen took the dossier back, or the slip was wrong (thu hồi phiếu chuyển) (M15).',
  example,
})
export class TransferSlipWithdrawnV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @InstantText()
  readonly withdrawnAt: string;

  /** The dossier was withdrawn (F8), or only the slip. */
  @OneOf(['dossier-withdrawn', 'wrong-slip'] as const)
  readonly cause: 'dossier-withdrawn' | 'wrong-slip';

  @Text({ max: 1000 })
  readonly reason: string;

  /** Số văn bản thu hồi. */
  @Optional()
  @Text({ max: 60 })
  readonly documentNumber?: string;
}
