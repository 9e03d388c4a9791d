import { DateText, DossierCode, IdText, InstantText, ListOf, Message, OneOf, Optional } from '@lienthong/envelope';
import { exampleFeeNotice, examplePurposeChange } from '../parts/land-use-fee.example';
import { PaymentNoticeV2 } from '../parts/payment-notice-v2.part';
import { SettledItem } from '../parts/settled-item.part';
import { SlipFault } from '../parts/slip-fault.part';

const { dossierCode, slipId } = examplePurposeChange;
const example: TaxStateToldV2 = {
  dossierCode,
  requestId: '019fc562-94c0-7000-8000-0000000000e3',
  slipId,
  state: 'issued',
  toldAt: '2026-08-10T09:15:00+07:00',
  notices: [exampleFeeNotice],
};

/** Answer to M16 and M17 about a dossier that owes a land-use fee, which version 1 cannot name. */
@Message({
  owner: 'tax',
  name: 'tax-state-told',
  version: 2,
  summary:
    'How a slip stands at the tax office, with the notice of its land-use fee and what of it is settled (M16, M17).',
  example,
})
export class TaxStateToldV2 {
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
  @ListOf(() => PaymentNoticeV2, { max: 20 })
  readonly notices?: readonly PaymentNoticeV2[];

  @Optional()
  @ListOf(() => SettledItem, { max: 200 })
  readonly settled?: readonly SettledItem[];

  @Optional()
  @DateText()
  readonly fulfilledOn?: string;
}
