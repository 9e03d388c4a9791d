import { DossierCode, InstantText, Message, Text } from '@lienthong/envelope';
import { exampleDossierCode } from '../parts/clean-transfer.example';

const example: WithdrawalRequestedV1 = {
  dossierCode: exampleDossierCode,
  requestedAt: '2026-08-04T08:30:00+07:00',
  reason: 'Hai bên thỏa thuận hủy hợp đồng',
};

/** M01-cancel: the land office stops, or says why it no longer can (F8). */
@Message({
  owner: 'intake',
  name: 'withdrawal-requested',
  version: 1,
  summary: 'The citizen withdraws the dossier: the land office is to stop (công dân yêu cầu rút hồ sơ) (M01, F8).',
  example,
})
export class WithdrawalRequestedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @InstantText()
  readonly requestedAt: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
