import type { LocalDate } from '@lienthong/kernel';
import { type MessageClass, messageOf } from '@lienthong/envelope';
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

/** Who may send which message to whom, what for and by which law; everything that is not granted is denied. */
export interface GrantRow {
  readonly sender: string;
  readonly recipient: string;
  /** Wire name of the message. */
  readonly type: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly enabled: boolean;
  readonly validFrom: LocalDate;
}

type Recipients = Readonly<Record<string, string>>;

const ONE_STOP = 'NĐ 118/2025/NĐ-CP; NĐ 49/2026/NĐ-CP Đ15';
const SLIP = 'NĐ 126/2020/NĐ-CP Đ13; NĐ 252/2026/NĐ-CP Đ17, Đ20';
const NOTICE = 'NĐ 252/2026/NĐ-CP Đ17, Đ21; TT 89/2026/TT-BTC Đ91';
const PAYMENT = 'TT 19/2021/TT-BTC Đ20; TT 89/2026/TT-BTC Đ36, Đ93';
/** The first day for which the reference topology finds an office for a commune. */
const validFrom = '2025-07-01';

/** One row per recipient, which is named with the purpose for which it may have the message. */
function granted(message: MessageClass, legalBasis: string, recipients: Recipients, enabled = true): GrantRow[] {
  const { owner, type } = messageOf(message);
  return Object.entries(recipients).map(([recipient, purpose]) => ({
    sender: owner,
    recipient,
    type,
    purpose,
    legalBasis,
    enabled,
    validFrom,
  }));
}

/** The grants of a fresh installation; purposes are read by officers and inspectors, so they are Vietnamese. */
export const grants: readonly GrantRow[] = [
  ...granted(DossierForwardedV1, ONE_STOP, { 'land-registry': 'Chuyển hồ sơ đã tiếp nhận để giải quyết' }),
  ...granted(DossierReceivedV1, ONE_STOP, { intake: 'Báo số biên nhận của cơ quan giải quyết' }),
  ...granted(ProgressChangedV1, ONE_STOP, { intake: 'Đồng bộ tình trạng giải quyết hồ sơ' }),
  ...granted(TransferSlipSentV1, SLIP, { tax: 'Xác định nghĩa vụ tài chính về đất đai' }),
  ...granted(TransferSlipReceivedV1, `TT 19/2021/TT-BTC Đ36; ${SLIP}`, {
    'land-registry': 'Xác nhận đã nhận phiếu chuyển thông tin',
  }),
  ...granted(TransferSlipReturnedV1, SLIP, { 'land-registry': 'Trả phiếu để bổ sung, chỉnh sửa' }),
  ...granted(PaymentNoticesIssuedV1, NOTICE, { 'land-registry': 'Gửi thông báo nộp tiền của hồ sơ' }),
  ...granted(PayableItemPublishedV1, 'TT 89/2026/TT-BTC Đ93', {
    'collecting-bank': 'Đối chiếu ID, số tiền và người nộp trước khi thu',
    treasury: 'Đối chiếu ID và số tiền khi hạch toán',
  }),
  ...granted(TaxResultsAvailableV1, `${ONE_STOP}; TT 89/2026/TT-BTC Đ91`, {
    intake: 'Báo người dân số tiền và hạn nộp',
  }),
  ...granted(PaymentInformationV1, PAYMENT, { tax: 'Truyền thông tin nộp tiền' }),
  ...granted(CreditAdviceV1, PAYMENT, { treasury: 'Báo có để hạch toán thu ngân sách' }),
  ...granted(RevenueBookedV1, PAYMENT, { tax: 'Xác nhận đã hạch toán thu ngân sách' }),
  ...granted(
    RevenueBookedCopyV1,
    'TTLT 88/2016/TTLT-BTC-BTNMT; mô hình 2019, chưa xác nhận còn áp dụng',
    { 'land-registry': 'Bản sao để biết, không thay xác nhận của cơ quan thuế' },
    false,
  ),
  ...granted(ObligationFulfilledV1, 'NĐ 252/2026/NĐ-CP Đ17; TT 89/2026/TT-BTC Đ36', {
    'land-registry': 'Xác nhận hoàn thành nghĩa vụ tài chính để trả kết quả',
    intake: 'Báo người dân đã hoàn thành nghĩa vụ tài chính',
  }),
  ...granted(ProcessingConcludedV1, ONE_STOP, { intake: 'Trả kết quả giải quyết hồ sơ' }),
  ...granted(ResultHandedOverV1, ONE_STOP, { 'land-registry': 'Báo đã trả kết quả cho người dân' }),
];
