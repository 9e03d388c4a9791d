import { DateText, DossierCode, IdText, InstantText, ListOf, Message, OneOf, Optional } from '@lienthong/envelope';
import { exampleDossierCode, exampleIncomeTax, exampleIssuedOn, exampleSlipId } from '../parts/clean-transfer.example';
import { DeferredItem } from '../parts/deferred-item.part';
import { PaymentNotice } from '../parts/payment-notice.part';
import { SettledItem } from '../parts/settled-item.part';
import { SlipFault } from '../parts/slip-fault.part';

const { payableItemId, noticeNumber, amountDong, reference } = exampleIncomeTax;
const example: TaxStateToldV1 = {
  dossierCode: exampleDossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000e2',
  slipId: exampleSlipId,
  state: 'issued',
  toldAt: '2026-08-10T09:15:00+07:00',
  settled: [{ payableItemId, noticeNumber, amountDong, paidOn: exampleIssuedOn, reference }],
};

/** Answer to M16 and M17, from the tax office's own state: what the land office should have been told already. */
@Message({
  owner: 'tax',
  name: 'tax-state-told',
  version: 1,
  summary: 'How a slip stands at the tax office: notices and what of them is settled (kết quả truy vấn) (M16, M17).',
  example,
})
export class TaxStateToldV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly requestId: string;

  @IdText()
  readonly slipId: string;

  /** MA_KETQUA: the slip is unknown here, was returned, is being assessed, has its notices, or all of them are settled. */
  @OneOf(['unknown', 'returned', 'received', 'issued', 'fulfilled'] as const)
  readonly state: 'unknown' | 'returned' | 'received' | 'issued' | 'fulfilled';

  @InstantText()
  readonly toldAt: string;

  @Optional()
  @InstantText()
  readonly receivedAt?: string;

  @Optional()
  @ListOf(() => SlipFault, { max: 50 })
  readonly faults?: readonly SlipFault[];

  @Optional()
  @ListOf(() => PaymentNotice, { max: 20 })
  readonly notices?: readonly PaymentNotice[];

  @Optional()
  @ListOf(() => SettledItem, { max: 200 })
  readonly settled?: readonly SettledItem[];

  @Optional()
  @DateText()
  readonly fulfilledOn?: string;

  /** Cờ ghi nợ: what stands on the certificate as a debt; fulfilled with nothing settled is M21 (F19, F20). */
  @Optional()
  @ListOf(() => DeferredItem, { max: 200 })
  readonly deferredItems?: readonly DeferredItem[];
}
