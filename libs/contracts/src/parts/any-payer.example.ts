import { exampleIncomeTax } from './clean-transfer.example';
import type { DeferredItemV2 } from './any-payer.part';

/** Tax code of no organisation: a synthetic vector of L §2.6.2. */
export const exampleTaxCode = '3600000014';

const { payableItemId, noticeNumber, amountDong } = exampleIncomeTax;

/** A debt on the certificate of a payer who has a tax code only. */
export const exampleDeferred: DeferredItemV2 = {
  ...{ payableItemId, noticeNumber, amountDong },
  kind: 'registration-fee',
  payerNumber: exampleTaxCode,
};
