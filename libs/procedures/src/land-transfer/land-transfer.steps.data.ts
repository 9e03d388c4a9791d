import {
  CreditAdviceV1,
  DossierForwardedV1,
  DossierReceivedV1,
  NothingDueV1,
  ObligationFulfilledV1,
  PayableItemPublishedV1,
  PaymentInformationV1,
  PapersWantedV1,
  PaymentNoticesIssuedV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  RefilingWantedV1,
  ResultHandedOverV1,
  ResultQuestionedV1,
  RevenueBookedCopyV1,
  RevenueBookedV1,
  SlipCompletionRequestedV1,
  TaxResultsAvailableV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  TransferSlipSentV2,
  WantedPapersSuppliedV1,
} from '@lienthong/contracts';
import { type MessageClass, messageOf } from '@lienthong/envelope';
import type { ProcedureStep, Refusal, Supplement } from '../procedure';
import * as limits from './legal-times.data';

const type = (message: MessageClass): string => messageOf(message).type;

const rejectedByLand: Refusal = {
  by: type(ProcessingConcludedV1),
  when: 'the land office rejects the dossier with a written notice',
  next: 'stopped',
};

const filedWrong: Refusal = {
  by: type(RefilingWantedV1),
  when: 'procedure or data were wrong at intake: the desk files the dossier anew, linked to this one (M06, F2)',
  next: 'refiled',
};

const nothingDue: Refusal = {
  by: type(NothingDueV1),
  when: 'nobody has to pay now: all is exempt, zero or deferred (M21, F19, F20)',
  next: 'prepare-certificate',
};

const questioned: Refusal = {
  by: type(ResultQuestionedV1),
  when: 'the result papers are wrong: the land office opens the dossier again (M53)',
  next: 'correct-result',
};

/** M04 and M05: the clock stands while the citizen looks for the papers (F1). */
const missingPapers: Supplement = {
  askedBy: type(PapersWantedV1),
  answeredBy: type(WantedPapersSuppliedV1),
  limits: limits.papersLimits,
  afterwards: 'resume',
  missed: { next: 'stopped' },
};

const returnedByTax: Refusal = {
  by: type(TransferSlipReturnedV1),
  when: 'form, data or signature is wrong: no tax clock runs, the land office corrects (F3, F27)',
  next: 'correct-slip',
};

const completionWanted: Refusal = {
  by: type(SlipCompletionRequestedV1),
  when: 'the slip was accepted and is found not complete or not true: the land office answers by a day, and the tax clock begins anew (F4)',
  next: 'correct-slip',
};

/** The duty to send corrections: the land office replaces or withdraws its slip although nobody asked (F5, M15). */
const backToTheSlip = ['correct-slip'];

const atTheDeskAndLand: readonly ProcedureStep[] = [
  {
    id: 'forward',
    name: { vi: 'Tiếp nhận và chuyển hồ sơ', en: 'Accept the dossier and forward it' },
    member: 'intake',
    role: 'desk-clerk',
    policy: 'automatic-when-clean',
    doneBy: [type(DossierForwardedV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.forwardLimits,
    clock: 'runs',
    next: ['receive'],
  },
  {
    id: 'receive',
    name: { vi: 'Nhận hồ sơ, cấp số biên nhận', en: 'Receive the dossier, give it a receipt number' },
    member: 'land-registry',
    askedBy: type(DossierForwardedV1),
    doneBy: [type(DossierReceivedV1)],
    refusals: [rejectedByLand],
    onMessageFailure: 'officer-task',
    limits: limits.receiveLimits,
    clock: 'runs',
    next: ['check'],
  },
  {
    id: 'check',
    name: { vi: 'Thẩm tra hồ sơ', en: 'Check the dossier against the register' },
    member: 'land-registry',
    role: 'land-officer',
    policy: 'automatic-when-clean',
    askedBy: type(DossierForwardedV1),
    doneBy: [type(ProgressChangedV1)],
    refusals: [rejectedByLand, filedWrong],
    supplement: missingPapers,
    onMessageFailure: 'officer-task',
    limits: limits.checkLimits,
    clock: 'runs',
    next: ['draft-slip'],
  },
  {
    id: 'draft-slip',
    name: { vi: 'Lập phiếu chuyển thông tin', en: 'Draw up the transfer slip' },
    member: 'land-registry',
    doneBy: [],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.draftLimits,
    clock: 'runs',
    next: ['sign-slip'],
  },
  {
    id: 'sign-slip',
    name: { vi: 'Ký và gửi phiếu chuyển thông tin', en: 'Sign and send the transfer slip' },
    member: 'land-registry',
    role: 'land-leader',
    notBy: 'check',
    policy: 'manual',
    doneBy: [type(TransferSlipSentV2)],
    refusals: [rejectedByLand],
    onMessageFailure: 'officer-task',
    limits: limits.slipLimits,
    clock: 'runs',
    undoneBy: type(TransferSlipSentV2),
    next: ['receive-slip'],
  },
];

const atTax: readonly ProcedureStep[] = [
  {
    id: 'correct-slip',
    name: { vi: 'Chỉnh sửa phiếu chuyển bị trả lại', en: 'Correct the slip that the tax office returned' },
    member: 'land-registry',
    role: 'land-officer',
    askedBy: type(TransferSlipReturnedV1),
    doneBy: [],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.draftLimits,
    clock: 'runs',
    next: ['sign-slip'],
  },
  {
    id: 'receive-slip',
    name: { vi: 'Tiếp nhận phiếu chuyển thông tin', en: 'Receive the slip, verify form and signature' },
    member: 'tax',
    askedBy: type(TransferSlipSentV2),
    doneBy: [type(TransferSlipReceivedV1)],
    refusals: [returnedByTax],
    backTo: backToTheSlip,
    onMessageFailure: 'officer-task',
    limits: limits.slipReceiptLimits,
    clock: 'stands',
    next: ['issue'],
  },
  {
    id: 'issue',
    name: { vi: 'Tính và ban hành thông báo nộp tiền', en: 'Compute and issue the payment notices' },
    member: 'tax',
    role: 'tax-officer',
    policy: 'manual',
    askedBy: type(TransferSlipSentV2),
    doneBy: [type(PaymentNoticesIssuedV1), type(PayableItemPublishedV1)],
    againUntil: 'fulfil',
    refusals: [returnedByTax, completionWanted, nothingDue],
    backTo: backToTheSlip,
    onMessageFailure: 'officer-task',
    limits: limits.noticeLimits,
    clock: 'stands',
    next: ['announce', 'debit'],
  },
  {
    id: 'announce',
    name: { vi: 'Báo kết quả thuế cho một cửa', en: 'Tell the desk what each party has to pay' },
    member: 'land-registry',
    askedBy: type(PaymentNoticesIssuedV1),
    doneBy: [type(TaxResultsAvailableV1)],
    againUntil: 'fulfil',
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.announcementLimits,
    clock: 'stands',
    next: ['debit'],
  },
];

const money: readonly ProcedureStep[] = [
  {
    id: 'debit',
    name: { vi: 'Nộp tiền', en: 'Pay: the bank debits the payer and advises the credit' },
    member: 'collecting-bank',
    role: 'payer',
    policy: 'manual',
    askedBy: type(PayableItemPublishedV1),
    doneBy: [type(PaymentInformationV1), type(CreditAdviceV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.paymentLimits,
    clock: 'stands',
    next: ['book'],
  },
  {
    id: 'book',
    name: { vi: 'Hạch toán thu ngân sách', en: 'Book the revenue against a matching credit advice' },
    member: 'treasury',
    role: 'treasury-clerk',
    policy: 'manual',
    askedBy: type(CreditAdviceV1),
    doneBy: [type(RevenueBookedV1)],
    alsoSends: [type(RevenueBookedCopyV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.bookingLimits,
    clock: 'stands',
    next: ['fulfil'],
  },
  {
    id: 'fulfil',
    name: {
      vi: 'Xác nhận hoàn thành nghĩa vụ tài chính',
      en: 'Say that the obligation is fulfilled, when every row is settled',
    },
    member: 'tax',
    askedBy: type(RevenueBookedV1),
    doneBy: [type(ObligationFulfilledV1)],
    refusals: [],
    backTo: backToTheSlip,
    onMessageFailure: 'officer-task',
    limits: limits.fulfilmentLimits,
    clock: 'stands',
    next: ['prepare-certificate'],
  },
];

const result: readonly ProcedureStep[] = [
  {
    id: 'prepare-certificate',
    name: { vi: 'Chuẩn bị giấy chứng nhận', en: 'Prepare the certificate that the leader will sign' },
    member: 'land-registry',
    askedBy: type(ObligationFulfilledV1),
    doneBy: [],
    alsoSends: [type(ProgressChangedV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.prepareLimits,
    clock: 'runs',
    next: ['sign-certificate'],
  },
  {
    id: 'sign-certificate',
    name: { vi: 'Ký giấy chứng nhận, vào sổ địa chính', en: 'Sign the certificate and enter it in the register' },
    member: 'land-registry',
    role: 'land-leader',
    notBy: 'check',
    policy: 'automatic-when-clean',
    doneBy: [type(ProcessingConcludedV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.certificateLimits,
    clock: 'runs',
    next: ['hand-over'],
  },
  {
    id: 'hand-over',
    name: { vi: 'Trả kết quả', en: 'Hand the result over' },
    member: 'intake',
    role: 'desk-clerk',
    policy: 'manual',
    askedBy: type(ProcessingConcludedV1),
    doneBy: [type(ResultHandedOverV1)],
    refusals: [questioned],
    onMessageFailure: 'officer-task',
    limits: limits.handOverLimits,
    clock: 'stands',
    next: ['returned'],
  },
  {
    id: 'correct-result',
    name: { vi: 'Xem lại kết quả bị phản hồi sai', en: 'Correct the result papers that the desk found wrong' },
    member: 'land-registry',
    role: 'land-leader',
    askedBy: type(ResultQuestionedV1),
    doneBy: [type(ProcessingConcludedV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: limits.correctionLimits,
    clock: 'runs',
    next: ['hand-over'],
  },
];

/** The steps from the desk to the certificate and back. */
export const landTransferSteps: readonly ProcedureStep[] = [...atTheDeskAndLand, ...atTax, ...money, ...result];
