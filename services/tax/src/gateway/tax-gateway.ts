import type {
  NothingDueV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  PaymentNoticesWithdrawnV1,
  TransferSlipAcceptedV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
} from '@lienthong/contracts';
import type { SendOptions } from '@lienthong/persistence';

/**
 * The road between land office and tax office. Since 01/07/2026 the law lays it through Cổng DVCQG (NĐ 252/2026 Đ17, TT
 * 89/2026 Đ91); the words and their order are the same on either road, so only this class is bound to one.
 */
export abstract class TaxGateway {
  abstract slipReceived(body: TransferSlipReceivedV1, route: SendOptions): void;
  /** M12, regime B only. */
  abstract slipAccepted(body: TransferSlipAcceptedV1, route: SendOptions): void;
  abstract slipReturned(body: TransferSlipReturnedV1, route: SendOptions): void;
  /** M20 and M22, in the first version of the message that can tell of the notices. */
  abstract noticesIssued(body: PaymentNoticesIssuedV1, route: SendOptions): void;
  /** M23 */
  abstract noticesWithdrawn(body: PaymentNoticesWithdrawnV1, route: SendOptions): void;
  /** M21 */
  abstract nothingDue(body: NothingDueV1, route: SendOptions): void;
  /** M40 */
  abstract obligationFulfilled(body: ObligationFulfilledV1, route: SendOptions): void;
}
