import type { LocalDate } from '@lienthong/kernel';
import { type MessageClass, messageOf } from '@lienthong/envelope';
import { BenefitsStopRequestedV1 } from './civil-status/benefits-stop-requested.message';
import { BirthCorrectedV1 } from './civil-status/birth-corrected.message';
import { BirthRegisteredV1 } from './civil-status/birth-registered.message';
import { BranchStoppedV1 } from './civil-status/branch-stopped.message';
import { ChainConcludedV1 } from './civil-status/chain-concluded.message';
import { ChainProgressedV1 } from './civil-status/chain-progressed.message';
import { DeathRegisteredV1 } from './civil-status/death-registered.message';
import { DeathRevokedV1 } from './civil-status/death-revoked.message';
import { FuneralSupportRequestedV1 } from './civil-status/funeral-support-requested.message';
import { HealthCardRequestedV1 } from './civil-status/health-card-requested.message';
import { OpinionAskedV1 } from './civil-status/opinion-asked.message';
import { PapersForwardedV1 } from './civil-status/papers-forwarded.message';
import { ResidenceDeregistrationRequestedV1 } from './civil-status/residence-deregistration-requested.message';
import { ResidenceRequestedV1 } from './civil-status/residence-requested.message';
import { CreditAdviceV1 } from './collecting-bank/credit-advice.message';
import { DebtAskedV1 } from './collecting-bank/debt-asked.message';
import { DebtAskedV2 } from './collecting-bank/debt-asked-v2.message';
import { PaymentInformationV1 } from './collecting-bank/payment-information.message';
import { PaymentInformationV2 } from './collecting-bank/payment-information-v2.message';
import { BenefitsStoppedV1 } from './health-insurance/benefits-stopped.message';
import { FuneralAllowancePaidV1 } from './health-insurance/funeral-allowance-paid.message';
import { FuneralAllowanceToldV1 } from './health-insurance/funeral-allowance-told.message';
import { HealthCardIssuedV1 } from './health-insurance/health-card-issued.message';
import { HealthCardRefusedV1 } from './health-insurance/health-card-refused.message';
import { HealthCardSupplementWantedV1 } from './health-insurance/health-card-supplement-wanted.message';
import { BirthDeclaredV1 } from './intake/birth-declared.message';
import { DeathDeclaredV1 } from './intake/death-declared.message';
import { DossierForwardedV1 } from './intake/dossier-forwarded.message';
import { LandRequestForwardedV1 } from './intake/land-request-forwarded.message';
import { ResultQuestionedV1 } from './intake/result-questioned.message';
import { WantedPapersSuppliedV1 } from './intake/wanted-papers-supplied.message';
import { WithdrawalRequestedV1 } from './intake/withdrawal-requested.message';
import { PapersWantedV1 } from './land-registry/papers-wanted.message';
import { RefilingWantedV1 } from './land-registry/refiling-wanted.message';
import { ReturnedSlipToldV1 } from './land-registry/returned-slip-told.message';
import { DeferredPaymentAskedV1 } from './land-registry/deferred-payment-asked.message';
import { TaxStateAskedV1 } from './land-registry/tax-state-asked.message';
import { WantedPapersReceivedV1 } from './land-registry/wanted-papers-received.message';
import { WithdrawalRefusedV1 } from './land-registry/withdrawal-refused.message';
import { NothingDueV1 } from './tax/nothing-due.message';
import { NothingDueV2 } from './tax/nothing-due-v2.message';
import { DeferredDebtToldV1 } from './tax/deferred-debt-told.message';
import { ObligationReopenedV1 } from './tax/obligation-reopened.message';
import { TaxStateToldV1 } from './tax/tax-state-told.message';
import { TaxStateToldV2 } from './tax/tax-state-told-v2.message';
import { PapersSupplementedV1 } from './intake/papers-supplemented.message';
import { ResultHandedOverV1 } from './intake/result-handed-over.message';
import { DossierReceivedV1 } from './land-registry/dossier-received.message';
import { LandDossierLodgedV1 } from './land-registry/land-dossier-lodged.message';
import { ProcessingConcludedV1 } from './land-registry/processing-concluded.message';
import { OverdueReviewedV1 } from './land-registry/overdue-reviewed.message';
import { ProcessingExtendedV1 } from './land-registry/processing-extended.message';
import { ProcessingConcludedV2 } from './land-registry/processing-concluded-v2.message';
import { ProgressChangedV1 } from './land-registry/progress-changed.message';
import { ScansProvidedV1 } from './land-registry/scans-provided.message';
import { TaxResultsAvailableV1 } from './land-registry/tax-results-available.message';
import { TaxResultsAvailableV2 } from './land-registry/tax-results-available-v2.message';
import { TransferSlipSentV1 } from './land-registry/transfer-slip-sent.message';
import { TransferSlipSentV2 } from './land-registry/transfer-slip-sent-v2.message';
import { TransferSlipWithdrawnV1 } from './land-registry/transfer-slip-withdrawn.message';
import { DeregistrationForwardedV1 } from './residence/deregistration-forwarded.message';
import { OpinionGivenV1 } from './residence/opinion-given.message';
import { ResidenceDeregisteredV1 } from './residence/residence-deregistered.message';
import { ResidenceRefusedV1 } from './residence/residence-refused.message';
import { ResidenceRegisteredV1 } from './residence/residence-registered.message';
import { ResidenceSupplementWantedV1 } from './residence/residence-supplement-wanted.message';
import { FuneralAllowanceAskedV1 } from './social-protection/funeral-allowance-asked.message';
import { FuneralSupportDecidedV1 } from './social-protection/funeral-support-decided.message';
import { FuneralSupportRefusedV1 } from './social-protection/funeral-support-refused.message';
import { DebtNoticedV1 } from './tax/debt-noticed.message';
import { DebtNoticedV2 } from './tax/debt-noticed-v2.message';
import { PaymentRemindedV1 } from './tax/payment-reminded.message';
import { DebtToldV1 } from './tax/debt-told.message';
import { LateInterestChargedV1 } from './tax/late-interest-charged.message';
import { PartPaymentRecordedV1 } from './tax/part-payment-recorded.message';
import { LateInterestChargedV2 } from './tax/late-interest-charged-v2.message';
import { ObligationFulfilledV1 } from './tax/obligation-fulfilled.message';
import { ObligationFulfilledV2 } from './tax/obligation-fulfilled-v2.message';
import { OverdueListedV1 } from './tax/overdue-listed.message';
import { OverdueListedV2 } from './tax/overdue-listed-v2.message';
import { OverpaymentRecordedV1 } from './tax/overpayment-recorded.message';
import { OverpaymentRecordedV2 } from './tax/overpayment-recorded-v2.message';
import { PayableItemClosedV1 } from './tax/payable-items-closed.message';
import { PayableItemPublishedV1 } from './tax/payable-items-published.message';
import { PayableItemPublishedV2 } from './tax/payable-items-published-v2.message';
import { PaymentNoticesIssuedV1 } from './tax/payment-notices-issued.message';
import { PaymentNoticesIssuedV2 } from './tax/payment-notices-issued-v2.message';
import { PaymentNoticesWithdrawnV1 } from './tax/payment-notices-withdrawn.message';
import { ScansRequestedV1 } from './tax/scans-requested.message';
import { SlipCompletionRequestedV1 } from './tax/slip-completion-requested.message';
import { TransferSlipAcceptedV1 } from './tax/transfer-slip-accepted.message';
import { TransferSlipReceivedV1 } from './tax/transfer-slip-received.message';
import { TransferSlipReturnedV1 } from './tax/transfer-slip-returned.message';
import { RevenueBookedV1 } from './treasury/revenue-booked.message';
import { firstDay, reform } from './topology/dates.data';
import { RevenueBookedCopyV1 } from './treasury/revenue-booked-copy.message';
import { UnassignedCreditAdvisedV1 } from './collecting-bank/unassigned-credit-advised.message';
import { UnassignedCreditAdvisedV2 } from './collecting-bank/unassigned-credit-advised-v2.message';
import { VouchersOfDayToldV1 } from './collecting-bank/vouchers-of-day-told.message';
import { PaymentInvestigationOpenedV1 } from './treasury/payment-investigation-opened.message';
import { PaymentCorrectionRequestedV1 } from './tax/payment-correction-requested.message';
import { PaymentInvestigationAnsweredV1 } from './treasury/payment-investigation-answered.message';
import { RevenueBookingAdjustedV1 } from './treasury/revenue-booking-adjusted.message';
import { BookingsOfDayToldV1 } from './tax/bookings-of-day-told.message';
import { DayReconciledV1 } from './treasury/day-reconciled.message';

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
const BIRTH = 'TTLT 05/2015/TTLT-BTP-BCA-BYT; NĐ 63/2024/NĐ-CP';
const DEATH = 'NĐ 63/2024/NĐ-CP; QĐ 296/QĐ-VPCP';
const FUNERAL = 'NĐ 20/2021/NĐ-CP Đ11; NĐ 176/2025/NĐ-CP';
const CIVIL = 'Luật Hộ tịch 60/2014/QH13';
const PAYMENT = 'TT 19/2021/TT-BTC Đ20; TT 89/2026/TT-BTC Đ36, Đ93';
const INVESTIGATION = 'TT 89/2026/TT-BTC Đ37';
/** What the members of the land procedures exchange: their offices are known for communes from the reform on. */
const landMembers = ['land-registry', 'tax', 'treasury', 'collecting-bank'];

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
    validFrom: [owner, recipient].some((member) => landMembers.includes(member)) ? reform : firstDay,
  }));
}

/** The versions of a message are granted alike. */
function grantedAll(versions: readonly MessageClass[], legalBasis: string, recipients: Recipients): GrantRow[] {
  return versions.flatMap((version) => granted(version, legalBasis, recipients));
}

/** The grants of a fresh installation; purposes are read by officers and inspectors, so they are Vietnamese. */
export const grants: readonly GrantRow[] = [
  ...granted(DossierForwardedV1, ONE_STOP, { 'land-registry': 'Chuyển hồ sơ đã tiếp nhận để giải quyết' }),
  ...granted(LandRequestForwardedV1, ONE_STOP, {
    'land-registry': 'Chuyển yêu cầu đăng ký biến động, đăng ký thế chấp đã tiếp nhận để giải quyết',
  }),
  ...granted(LandDossierLodgedV1, ONE_STOP, {
    intake: 'Báo hồ sơ nộp trực tiếp tại cơ quan đăng ký đất đai và số biên nhận',
  }),
  ...granted(DossierReceivedV1, ONE_STOP, { intake: 'Báo số biên nhận của cơ quan giải quyết' }),
  ...granted(ProgressChangedV1, ONE_STOP, { intake: 'Đồng bộ tình trạng giải quyết hồ sơ' }),
  ...granted(TransferSlipSentV1, SLIP, { tax: 'Xác định nghĩa vụ tài chính về đất đai' }),
  ...granted(TransferSlipSentV2, SLIP, { tax: 'Xác định nghĩa vụ tài chính về đất đai' }),
  ...granted(TransferSlipReceivedV1, `TT 19/2021/TT-BTC Đ36; ${SLIP}`, {
    'land-registry': 'Xác nhận đã nhận phiếu chuyển thông tin',
    intake: 'Báo hồ sơ đang được cơ quan thuế xử lý',
  }),
  ...granted(TransferSlipAcceptedV1, 'TT 19/2021/TT-BTC Đ36', {
    'land-registry': 'Chấp nhận phiếu, ngày bắt đầu thời hạn của cơ quan thuế',
  }),
  ...granted(TransferSlipReturnedV1, SLIP, { 'land-registry': 'Trả phiếu để bổ sung, chỉnh sửa' }),
  ...granted(SlipCompletionRequestedV1, SLIP, { 'land-registry': 'Đề nghị bổ sung, chỉnh sửa phiếu đã tiếp nhận' }),
  ...granted(TransferSlipWithdrawnV1, SLIP, { tax: 'Thu hồi phiếu chuyển, dừng xác định nghĩa vụ tài chính' }),
  ...granted(ScansRequestedV1, SLIP, { 'land-registry': 'Yêu cầu bản quét giấy tờ của hồ sơ đất đai' }),
  ...granted(ScansProvidedV1, SLIP, { tax: 'Cung cấp bản quét giấy tờ để xác định nghĩa vụ tài chính' }),
  ...grantedAll([PaymentNoticesIssuedV1, PaymentNoticesIssuedV2], NOTICE, {
    'land-registry': 'Gửi thông báo nộp tiền của hồ sơ',
  }),
  ...grantedAll([PayableItemPublishedV1, PayableItemPublishedV2], 'TT 89/2026/TT-BTC Đ93', {
    'collecting-bank': 'Đối chiếu ID, số tiền và người nộp trước khi thu',
    treasury: 'Đối chiếu ID và số tiền khi hạch toán',
  }),
  ...grantedAll([NothingDueV1, NothingDueV2], 'TT 89/2026/TT-BTC Đ82', {
    'land-registry': 'Báo không phải nộp tiền để trả kết quả',
    intake: 'Báo người dân không phải nộp tiền',
  }),
  ...granted(PaymentNoticesWithdrawnV1, NOTICE, {
    'land-registry': 'Thu hồi thông báo nộp tiền của hồ sơ',
    intake: 'Báo người dân thông báo đã bị thu hồi',
  }),
  ...granted(PayableItemClosedV1, 'TT 89/2026/TT-BTC Đ93', {
    'collecting-bank': 'Ngừng thu khoản đã điều chỉnh hoặc thu hồi',
    treasury: 'Biết khoản đã điều chỉnh hoặc thu hồi',
  }),
  ...grantedAll([DebtAskedV1, DebtAskedV2], 'TT 89/2026/TT-BTC Đ36, Đ93', {
    tax: 'Tra cứu khoản phải nộp theo yêu cầu của người nộp',
  }),
  ...granted(DebtToldV1, 'TT 89/2026/TT-BTC Đ36, Đ93', {
    'collecting-bank': 'Trả lời người nộp tra cứu tại ngân hàng',
  }),
  ...grantedAll([TaxResultsAvailableV1, TaxResultsAvailableV2], `${ONE_STOP}; TT 89/2026/TT-BTC Đ91`, {
    intake: 'Báo người dân số tiền và hạn nộp',
  }),
  ...grantedAll([PaymentInformationV1, PaymentInformationV2], PAYMENT, { tax: 'Truyền thông tin nộp tiền' }),
  ...granted(CreditAdviceV1, PAYMENT, { treasury: 'Báo có để hạch toán thu ngân sách' }),
  ...granted(RevenueBookedV1, PAYMENT, { tax: 'Xác nhận đã hạch toán thu ngân sách' }),
  ...grantedAll([UnassignedCreditAdvisedV1, UnassignedCreditAdvisedV2], PAYMENT, {
    treasury: 'Báo có không ghi ID khoản phải nộp',
  }),
  ...granted(PaymentInvestigationOpenedV1, INVESTIGATION, { tax: 'Tra soát thông tin nộp ngân sách' }),
  ...granted(PaymentCorrectionRequestedV1, INVESTIGATION, { treasury: 'Đề nghị điều chỉnh thông tin nộp ngân sách' }),
  ...granted(PaymentInvestigationAnsweredV1, INVESTIGATION, { tax: 'Trả lời tra soát' }),
  ...granted(RevenueBookingAdjustedV1, PAYMENT, {
    tax: 'Báo hủy, điều chỉnh bút toán thu ngân sách',
    'collecting-bank': 'Báo hủy, điều chỉnh để mở lại khoản phải nộp',
  }),
  ...granted(VouchersOfDayToldV1, PAYMENT, { treasury: 'Đối soát cuối ngày' }),
  ...granted(BookingsOfDayToldV1, PAYMENT, { treasury: 'Đối soát cuối ngày' }),
  ...granted(DayReconciledV1, PAYMENT, {
    'collecting-bank': 'Kết quả đối soát cuối ngày',
    tax: 'Kết quả đối soát cuối ngày',
  }),
  ...granted(
    RevenueBookedCopyV1,
    'TTLT 88/2016/TTLT-BTC-BTNMT; mô hình 2019, chưa xác nhận còn áp dụng',
    { 'land-registry': 'Bản sao để biết, không thay xác nhận của cơ quan thuế' },
    false,
  ),
  ...grantedAll([ObligationFulfilledV1, ObligationFulfilledV2], 'NĐ 252/2026/NĐ-CP Đ17; TT 89/2026/TT-BTC Đ36', {
    'land-registry': 'Xác nhận hoàn thành nghĩa vụ tài chính để trả kết quả',
    intake: 'Báo người dân đã hoàn thành nghĩa vụ tài chính',
  }),
  ...grantedAll([OverpaymentRecordedV1, OverpaymentRecordedV2], 'TT 89/2026/TT-BTC Đ42', {
    'land-registry': 'Báo để biết, không chặn việc trả kết quả',
    intake: 'Báo người nộp về khoản nộp thừa',
  }),
  ...granted(PartPaymentRecordedV1, 'TT 89/2026/TT-BTC Đ42', { intake: 'Báo người nộp số còn phải nộp' }),
  ...grantedAll(
    [LateInterestChargedV1, LateInterestChargedV2],
    'Luật Quản lý thuế 38/2019/QH14 Đ59; NĐ 252/2026/NĐ-CP Đ26',
    {
      'land-registry': 'Báo tiền chậm nộp của hồ sơ',
      intake: 'Báo người nộp về tiền chậm nộp',
    },
  ),
  ...grantedAll([OverdueListedV1, OverdueListedV2], 'TT 19/2021/TT-BTC Đ18', {
    'land-registry': 'Gửi danh sách hồ sơ quá hạn chưa nộp để rà soát',
  }),
  ...grantedAll([DebtNoticedV1, DebtNoticedV2], 'Luật Quản lý thuế 38/2019/QH14 Đ59', {
    intake: 'Báo người nộp về khoản nợ và tiền chậm nộp',
  }),
  ...grantedAll([ProcessingConcludedV1, ProcessingConcludedV2], ONE_STOP, { intake: 'Trả kết quả giải quyết hồ sơ' }),
  ...granted(PaymentRemindedV1, 'Luật Quản lý thuế 38/2019/QH14 Đ59', {
    intake: 'Nhắc người nộp về khoản sắp đến hạn và mới quá hạn',
  }),
  ...granted(ResultHandedOverV1, ONE_STOP, {
    'land-registry': 'Báo đã trả kết quả cho người dân',
    'civil-status': 'Báo đã trả kết quả liên thông cho người dân',
  }),
  ...granted(PapersWantedV1, ONE_STOP, { intake: 'Yêu cầu người dân bổ sung giấy tờ' }),
  ...granted(WantedPapersSuppliedV1, ONE_STOP, { 'land-registry': 'Chuyển giấy tờ người dân đã bổ sung' }),
  ...granted(WantedPapersReceivedV1, ONE_STOP, { intake: 'Báo đã nhận giấy tờ bổ sung' }),
  ...granted(RefilingWantedV1, ONE_STOP, { intake: 'Báo nhập sai thủ tục để nộp lại đúng thủ tục' }),
  ...granted(WithdrawalRequestedV1, ONE_STOP, { 'land-registry': 'Chuyển yêu cầu rút hồ sơ của người dân' }),
  ...granted(OverdueReviewedV1, 'TT 19/2021/TT-BTC Đ18', { tax: 'Trả lời kết quả rà soát hồ sơ quá hạn nộp tiền' }),
  ...granted(ProcessingExtendedV1, ONE_STOP, { intake: 'Báo gia hạn thời gian giải quyết để hẹn lại người dân' }),
  ...granted(WithdrawalRefusedV1, ONE_STOP, { intake: 'Báo hồ sơ không còn rút được' }),
  ...granted(ReturnedSlipToldV1, ONE_STOP, { intake: 'Báo cơ quan thuế trả phiếu chuyển thông tin' }),
  ...granted(ResultQuestionedV1, ONE_STOP, { 'land-registry': 'Phản hồi hồ sơ sai kết quả' }),
  ...granted(TaxStateAskedV1, SLIP, { tax: 'Truy vấn thông báo và tình trạng nghĩa vụ tài chính của hồ sơ' }),
  ...grantedAll([TaxStateToldV1, TaxStateToldV2], SLIP, {
    'land-registry': 'Trả lời truy vấn về nghĩa vụ tài chính của hồ sơ',
  }),
  ...granted(DeferredPaymentAskedV1, SLIP, { tax: 'Đề nghị mở khoản ghi nợ để nộp khi xóa ghi nợ' }),
  ...granted(DeferredDebtToldV1, SLIP, {
    'land-registry': 'Báo tình trạng khoản ghi nợ để xóa ghi nợ trên giấy chứng nhận',
  }),
  ...granted(ObligationReopenedV1, 'NĐ 252/2026/NĐ-CP Đ17; TT 89/2026/TT-BTC Đ36', {
    'land-registry': 'Báo nghĩa vụ tài chính chưa hoàn thành do hủy hạch toán',
    intake: 'Báo người dân nghĩa vụ tài chính chưa hoàn thành do hủy hạch toán',
  }),
  ...granted(BirthDeclaredV1, BIRTH, { 'civil-status': 'Chuyển tờ khai liên thông khai sinh để giải quyết' }),
  ...granted(DeathDeclaredV1, DEATH, { 'civil-status': 'Chuyển tờ khai liên thông khai tử để giải quyết' }),
  ...granted(PapersSupplementedV1, ONE_STOP, { 'civil-status': 'Chuyển giấy tờ người dân đã bổ sung' }),
  ...granted(ChainProgressedV1, ONE_STOP, { intake: 'Đồng bộ tình trạng từng thủ tục liên thông' }),
  ...granted(BirthRegisteredV1, BIRTH, { intake: 'Báo đã đăng ký khai sinh' }),
  ...granted(DeathRegisteredV1, DEATH, { intake: 'Báo đã đăng ký khai tử' }),
  ...granted(ChainConcludedV1, ONE_STOP, { intake: 'Trả kết quả liên thông' }),
  ...granted(ResidenceRequestedV1, BIRTH, { residence: 'Đăng ký thường trú cho trẻ em dưới 6 tuổi' }),
  ...granted(HealthCardRequestedV1, BIRTH, { 'health-insurance': 'Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi' }),
  ...granted(PapersForwardedV1, ONE_STOP, {
    residence: 'Chuyển giấy tờ bổ sung',
    'health-insurance': 'Chuyển giấy tờ bổ sung',
    'social-protection': 'Chuyển giấy tờ bổ sung',
  }),
  ...granted(BranchStoppedV1, ONE_STOP, {
    residence: 'Dừng thủ tục liên thông đang xử lý',
    'health-insurance': 'Dừng thủ tục liên thông đang xử lý',
    'social-protection': 'Dừng thủ tục liên thông đang xử lý',
  }),
  ...granted(BirthCorrectedV1, CIVIL, {
    residence: 'Cập nhật thông tin cư trú theo cải chính hộ tịch',
    'health-insurance': 'Cập nhật thẻ theo cải chính hộ tịch',
  }),
  ...granted(ResidenceDeregistrationRequestedV1, DEATH, { residence: 'Xóa đăng ký thường trú của người chết' }),
  ...granted(BenefitsStopRequestedV1, DEATH, { 'health-insurance': 'Dừng thẻ và chế độ của người chết' }),
  ...granted(FuneralSupportRequestedV1, DEATH, { 'social-protection': 'Xét hỗ trợ chi phí mai táng' }),
  ...granted(DeathRevokedV1, CIVIL, {
    residence: 'Khôi phục thường trú',
    'health-insurance': 'Khôi phục thẻ và chế độ',
    'social-protection': 'Thu hồi khoản hỗ trợ đã chi',
    intake: 'Báo hủy đăng ký khai tử',
  }),
  ...granted(OpinionAskedV1, CIVIL, { residence: 'Lấy ý kiến phối hợp' }),
  ...granted(ResidenceRegisteredV1, BIRTH, { 'civil-status': 'Trả kết quả đăng ký thường trú' }),
  ...granted(ResidenceRefusedV1, BIRTH, { 'civil-status': 'Trả thông báo từ chối đăng ký thường trú' }),
  ...granted(ResidenceSupplementWantedV1, BIRTH, { 'civil-status': 'Yêu cầu bổ sung giấy tờ' }),
  ...granted(ResidenceDeregisteredV1, DEATH, { 'civil-status': 'Trả kết quả xóa đăng ký thường trú' }),
  ...granted(DeregistrationForwardedV1, DEATH, { 'civil-status': 'Báo đã chuyển công an tỉnh khác' }),
  ...granted(OpinionGivenV1, CIVIL, { 'civil-status': 'Trả lời ý kiến phối hợp' }),
  ...granted(HealthCardIssuedV1, BIRTH, { 'civil-status': 'Trả kết quả cấp thẻ' }),
  ...granted(HealthCardRefusedV1, BIRTH, { 'civil-status': 'Trả thông báo từ chối cấp thẻ' }),
  ...granted(HealthCardSupplementWantedV1, BIRTH, { 'civil-status': 'Yêu cầu bổ sung giấy tờ' }),
  ...granted(BenefitsStoppedV1, DEATH, { 'civil-status': 'Báo đã dừng thẻ và chế độ' }),
  ...granted(FuneralAllowanceToldV1, FUNERAL, { 'social-protection': 'Trả lời về trợ cấp mai táng' }),
  ...granted(FuneralAllowancePaidV1, FUNERAL, { 'social-protection': 'Báo đã chi trợ cấp mai táng' }),
  ...granted(FuneralAllowanceAskedV1, FUNERAL, { 'health-insurance': 'Hỏi trợ cấp mai táng trước khi hỗ trợ' }),
  ...granted(FuneralSupportDecidedV1, DEATH, { 'civil-status': 'Trả quyết định hỗ trợ mai táng' }),
  ...granted(FuneralSupportRefusedV1, DEATH, { 'civil-status': 'Trả thông báo không hỗ trợ mai táng' }),
];
