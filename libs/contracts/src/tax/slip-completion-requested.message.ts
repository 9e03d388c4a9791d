import { DateText, DossierCode, IdText, InstantText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import { exampleDossierCode, exampleSlipId, exampleSlipNumber } from '../parts/clean-transfer.example';
import { SlipFault } from '../parts/slip-fault.part';

const example: SlipCompletionRequestedV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000c1',
  requestNumber: '00001/2026/CCTT-BIEN-HOA',
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  requestedAt: '2026-08-05T09:00:00+07:00',
  answerBy: '2026-08-12',
  faults: [{ rule: 'R2', text: 'Diện tích trên phiếu không đúng với hồ sơ địa chính đã cung cấp' }],
};

/** M13 DeNghiBoSung (01/CCTT-ĐĐTCQ): the tax clock stops; the slip that answers (M14) starts it anew in full (F4). */
@Message({
  owner: 'tax',
  name: 'slip-completion-requested',
  version: 1,
  summary:
    'The tax office asks the land registration office to complete or correct a slip that it had accepted, by a day (đề nghị bổ sung, chỉnh sửa phiếu chuyển) (M13).',
  example,
})
export class SlipCompletionRequestedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  /** Số văn bản đề nghị. */
  @Text({ max: 60 })
  readonly requestNumber: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @InstantText()
  readonly requestedAt: string;

  /** Last day of the answer (T11); absent under a regime that fixes none. */
  @Optional()
  @DateText()
  readonly answerBy?: string;

  @ListOf(() => SlipFault, { max: 50 })
  readonly faults: readonly SlipFault[];
}
