import { DossierCode, IdText, ListOf, Message, Optional, Part, Text } from '@lienthong/envelope';
import { exampleCollection } from '../parts/clean-transfer.example';
import { Collection } from '../parts/collection.part';
import { Exemption } from '../parts/exemption.part';
import { exampleFeeNotice, examplePurposeChange } from '../parts/land-use-fee.example';
import { PaymentNoticeV2 } from '../parts/payment-notice-v2.part';

const { dossierCode, slipId, slipNumber } = examplePurposeChange;
const example: PaymentNoticesIssuedV2 = {
  dossierCode,
  slipId,
  slipNumber,
  notices: [exampleFeeNotice],
  collection: exampleCollection,
};

/** M20 of a dossier that owes a land-use fee, which version 1 cannot name; all else is still told by version 1. */
@Message({
  owner: 'tax',
  name: 'payment-notices-issued',
  version: 2,
  summary:
    'The tax office has issued the payment notices of a slip, a land-use fee (tiền sử dụng đất) in instalments among them (M20).',
  example,
})
export class PaymentNoticesIssuedV2 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @ListOf(() => PaymentNoticeV2, { max: 20 })
  readonly notices: readonly PaymentNoticeV2[];

  @Part(() => Collection)
  readonly collection: Collection;

  /** Who need not pay tax or registration fee, wholly or in part, and why (F20). */
  @Optional()
  @ListOf(() => Exemption, { max: 200 })
  readonly exemptions?: readonly Exemption[];
}
