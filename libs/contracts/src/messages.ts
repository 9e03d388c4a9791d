import type { MessageClass } from '@lienthong/envelope';
import { CreditAdviceV1 } from './collecting-bank/credit-advice.message';
import { PaymentInformationV1 } from './collecting-bank/payment-information.message';
import { DossierForwardedV1 } from './intake/dossier-forwarded.message';
import { ResultHandedOverV1 } from './intake/result-handed-over.message';
import { DossierReceivedV1 } from './land-registry/dossier-received.message';
import { ProcessingConcludedV1 } from './land-registry/processing-concluded.message';
import { ProgressChangedV1 } from './land-registry/progress-changed.message';
import { TaxResultsAvailableV1 } from './land-registry/tax-results-available.message';
import { TransferSlipSentV1 } from './land-registry/transfer-slip-sent.message';
import { ObligationFulfilledV1 } from './tax/obligation-fulfilled.message';
import { PayableItemPublishedV1 } from './tax/payable-items-published.message';
import { PaymentNoticesIssuedV1 } from './tax/payment-notices-issued.message';
import { TransferSlipReceivedV1 } from './tax/transfer-slip-received.message';
import { TransferSlipReturnedV1 } from './tax/transfer-slip-returned.message';
import { RevenueBookedCopyV1 } from './treasury/revenue-booked-copy.message';
import { RevenueBookedV1 } from './treasury/revenue-booked.message';

/** Every message that agencies exchange, in the order in which a land transfer meets them. */
export const messages: readonly MessageClass[] = [
  DossierForwardedV1,
  DossierReceivedV1,
  ProgressChangedV1,
  TransferSlipSentV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  PaymentNoticesIssuedV1,
  PayableItemPublishedV1,
  TaxResultsAvailableV1,
  PaymentInformationV1,
  CreditAdviceV1,
  RevenueBookedV1,
  RevenueBookedCopyV1,
  ObligationFulfilledV1,
  ProcessingConcludedV1,
  ResultHandedOverV1,
];
