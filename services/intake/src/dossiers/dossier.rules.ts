import type {
  DossierReceivedV1,
  NothingDueV1,
  ObligationFulfilledV1,
  PaymentNoticesWithdrawnV1,
  ObligationReopenedV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  ReturnedSlipToldV1,
  TaxResult,
  TaxResultsAvailableV1,
  TransferSlipReceivedV1,
} from '@lienthong/contracts';
import { canonicalBytes } from '@lienthong/envelope';
import { dong } from '@lienthong/kernel';
import { allowedNext, nationalState, type NationalStateCode } from '@lienthong/procedures';
import { intakeErrors } from '../intake.errors';
import { backAtWork } from '../withdrawals/withdrawal.rules';
import { goOn, standStill } from './appointment.rules';
import { type Act, move, note } from './dossier-history.rules';
import type { Decided, Dossier, Outcome } from './dossier.state';

/** What is known of a dossier when it is accepted. */
export type Acceptance = Pick<
  Dossier,
  | 'code'
  | 'office'
  | 'kind'
  | 'channel'
  | 'procedure'
  | 'ruleVersion'
  | 'content'
  | 'acceptedAt'
  | 'appointmentAt'
  | 'refiledFrom'
>;

/** Accepted at the desk (Mẫu 01): the dossier begins in state 2; an online submission was registered (1) before. */
export function accept(acceptance: Acceptance, act: Act): Decided {
  const blank: Dossier = {
    ...acceptance,
    acceptedBy: act.by,
    state: 2,
    states: [],
    results: [],
    changes: 0,
    since: act.at,
  };
  const begun: Decided = { dossier: blank, changes: [] };
  return move(acceptance.channel === 'online' ? move(begun, 1, act) : begun, 2, act);
}

/** On its way to the land office: 2 → 4. */
export function forward(dossier: Dossier, landOffice: string, act: Act): Decided {
  requireState(dossier, 2, 'forward');
  return move({ dossier: { ...dossier, landOffice }, changes: [] }, 4, act);
}

/** On its way to the owner of the chain: 2 → 4. */
export function forwardToChain(dossier: Dossier, office: string, act: Act): Decided {
  requireState(dossier, 2, 'forward');
  return move({ dossier: { ...dossier, chain: { office, subDossiers: [] } }, changes: [] }, 4, act);
}

/** M02: the land office's own receipt number; the state stays. */
export function landReceived(dossier: Dossier, { receiptNumber }: DossierReceivedV1, act: Act): Decided {
  requireOpen(dossier, 'dossier-received');
  if (dossier.receiptNumber !== undefined && dossier.receiptNumber !== receiptNumber) {
    const { code: dossierCode, receiptNumber: known } = dossier;
    throw intakeErrors.RECEIPT_NUMBER_CHANGED({ dossierCode, known, received: receiptNumber });
  }
  return note({ dossier: { ...dossier, receiptNumber }, changes: [] }, `Số biên nhận ${receiptNumber}`, act);
}

/** M03: noted whatever the state is; a late message must not pull a dossier back from 5, 9 or 10 (O §1.3). */
export function progressed(dossier: Dossier, progress: ProgressChangedV1, act: Act): Decided {
  const text = progress.note ?? progressNames[progress.step];
  return note({ dossier, changes: [] }, text, act);
}

/** M51: the citizen is asked to pay, 4 → 6; when the fulfilment came first, the dossier goes on to 4 at once. */
export function taxResultsArrived(dossier: Dossier, arrived: TaxResultsAvailableV1, act: Act): Decided {
  const { slipSentAt } = arrived;
  const results = standing(dossier, arrived.results);
  if (results.length === 0) return note({ dossier, changes: [] }, 'Thông báo thuế đến sau khi đã được thu hồi', act);
  const merged = { ...dossier, results: mergedResults(dossier.results, results) };
  // a citizen who wants the dossier back is not asked to pay
  if (dossier.state === 7) return note({ dossier: merged, changes: [] }, 'Đã có thông báo thuế', act);
  const isWaiting = slipSentAt !== undefined && dossier.fulfilledOn === undefined;
  const known = isWaiting ? standStill(merged, 'tax', new Date(slipSentAt)) : merged;
  const asked = dossier.state === 6 ? { dossier: known, changes: [] } : move({ dossier: known, changes: [] }, 6, act);
  return dossier.fulfilledOn === undefined ? asked : move(asked, 4, act);
}

/** What arrives of notices that were not withdrawn before: the land office's word may come after the tax office's (F30). */
export function standing({ withdrawnNotices = [] }: Dossier, results: readonly TaxResult[]): readonly TaxResult[] {
  return results.filter(({ noticeNumber }) => !withdrawnNotices.includes(noticeNumber));
}

/** M23: what was withdrawn is asked of nobody any more; a citizen who was told of it is told again (F30). */
export function noticesWithdrawn(dossier: Dossier, withdrawn: PaymentNoticesWithdrawnV1, act: Act): Decided {
  const { noticeNumbers } = withdrawn;
  const results = dossier.results.filter(({ noticeNumber }) => !noticeNumbers.includes(noticeNumber));
  const withdrawnNotices = [...new Set([...(dossier.withdrawnNotices ?? []), ...noticeNumbers])];
  const known = { dossier: { ...dossier, results, withdrawnNotices }, changes: [] };
  return note(known, `Cơ quan thuế đã thu hồi thông báo ${noticeNumbers.join(', ')}`, act);
}

/** What the tax office tells beside it, without any party's amount. */
export function taxNoted(dossier: Dossier, text: string, act: Act): Decided {
  return note({ dossier, changes: [] }, text, act);
}

/** M40: the tax office says that all is paid, 6 → 4; when it comes before the results it is remembered. */
export function obligationFulfilled(dossier: Dossier, { fulfilledOn }: ObligationFulfilledV1, act: Act): Decided {
  if (dossier.outcome?.kind === 'done' && dossier.fulfilledOn === undefined)
    return note({ dossier: { ...dossier, fulfilledOn }, changes: [] }, 'Đã nộp lại đủ nghĩa vụ tài chính', act);
  requireOpen(dossier, 'obligation-fulfilled');
  if (dossier.kind !== 'land') throw notAllowed(dossier, 'obligation-fulfilled');
  if (dossier.fulfilledOn !== undefined) {
    throw intakeErrors.ALREADY_FULFILLED({ dossierCode: dossier.code, fulfilledOn: dossier.fulfilledOn });
  }
  const fulfilled: Decided = { dossier: goOn({ ...dossier, fulfilledOn }, 'tax', { to: act.at }), changes: [] };
  if (dossier.state === 6) return move(fulfilled, 4, act);
  if (dossier.state === 7) return note(fulfilled, 'Đã hoàn thành nghĩa vụ tài chính', act);
  requireState(dossier, 4, 'obligation-fulfilled');
  return note(fulfilled, 'Đã hoàn thành nghĩa vụ tài chính, chờ kết quả thuế', act);
}

/** M21: nobody of the dossier has to pay now, since all is exempt, zero or deferred: the land office goes on. */
export function nothingDue(dossier: Dossier, { decidedOn, deferredItems = [] }: NothingDueV1, act: Act): Decided {
  requireOpen(dossier, 'nothing-due');
  const text = deferredItems.length > 0 ? 'Được ghi nợ nghĩa vụ tài chính' : 'Không phải nộp nghĩa vụ tài chính';
  const known = goOn({ ...dossier, fulfilledOn: decidedOn }, 'tax', { to: act.at });
  const told = note({ dossier: known, changes: [] }, text, act);
  return dossier.state === 6 ? move(told, 4, act) : told;
}

/** F16: a booking was taken back, 4 → 6; what has ended already is told and stays: then it is the land office's debt case. */
export function obligationReopened(dossier: Dossier, reopened: ObligationReopenedV1, act: Act): Decided {
  const text = `Kho bạc hủy hạch toán, còn phải nộp ${dong(reopened.remainderDong)} đồng`;
  const { fulfilledOn: _takenBack, ...owing } = dossier;
  if (dossier.outcome?.kind === 'done') return note({ dossier: owing, changes: [] }, text, act);
  if (dossier.state !== 4 || dossier.fulfilledOn === undefined) return note({ dossier, changes: [] }, text, act);
  return move({ dossier: standStill(owing, 'tax', act.at), changes: [] }, 6, act, text);
}

/** M11: the tax office has the slip, and until it has told what is due nobody else has the dossier. */
export function slipReachedTax(dossier: Dossier, taxOffice: string, { receivedAt }: TransferSlipReceivedV1): Dossier {
  return { ...dossier, atTax: { office: taxOffice, since: receivedAt } };
}

/** M54: the land office corrects its slip; the time that the tax office had it moves the appointment. */
export function slipReturned(dossier: Dossier, told: ReturnedSlipToldV1, act: Act): Decided {
  requireOpen(dossier, 'returned-slip-told');
  const { atTax: _returned, ...atLand } = dossier;
  const stood = standStill(atLand, 'tax', new Date(told.sentAt));
  const known = goOn(stood, 'tax', { to: new Date(told.returnedAt) });
  const faults = told.faults.map(({ rule, text }) => `${rule} ${text}`).join('; ');
  return note(
    { dossier: known, changes: [] },
    `Cơ quan thuế trả phiếu ${told.slipNumber}, đang điều chỉnh: ${faults}`,
    act,
  );
}

/** M50: done → 9, rejected → 8 with a written notice, withdrawn → 7 and 8; it may have crossed a withdrawal (F8). */
export function concluded(dossier: Dossier, conclusion: ProcessingConcludedV1, act: Act): Decided {
  requireOpen(dossier, 'processing-concluded');
  const ended: Decided = { dossier: { ...dossier, outcome: outcomeOf(dossier, conclusion) }, changes: [] };
  switch (conclusion.outcome) {
    case 'done':
      return move(dossier.state === 7 ? backAtWork(ended, act) : ended, 9, act);
    case 'rejected':
      return move(ended, 8, act, conclusion.reason);
    case 'withdrawn':
      return move(dossier.state === 7 ? ended : move(ended, 7, act, conclusion.reason), 8, act, conclusion.reason);
  }
}

/** M53: the result papers are wrong, 9 → 4; the land office opens its file again. */
export function questionResult(dossier: Dossier, reason: string, act: Act): Decided {
  if (dossier.kind !== 'land') throw notAllowed(dossier, 'question-result');
  requireState(dossier, 9, 'question-result');
  return move({ dossier, changes: [] }, 4, act, reason);
}

/** The citizen has the result: 9 → 10. */
export function handOver(dossier: Dossier, receiverName: string | undefined, act: Act): Decided {
  requireState(dossier, 9, 'hand-over');
  const received: Dossier = receiverName === undefined ? dossier : { ...dossier, receiverName };
  return move({ dossier: received, changes: [] }, 10, act);
}

/** Only the land office that has the dossier speaks about it. */
export function requireLandOffice({ code, landOffice }: Dossier, senderOffice: string): void {
  if (landOffice !== senderOffice) {
    throw intakeErrors.LAND_OFFICE_UNEXPECTED({ dossierCode: code, expected: landOffice ?? '-', sender: senderOffice });
  }
}

const progressNames: Readonly<Record<ProgressChangedV1['step'], string>> = {
  checked: 'Cơ quan đăng ký đất đai đã kiểm tra hồ sơ',
  'certificate-prepared': 'Giấy chứng nhận đã được chuẩn bị, chờ ký',
};

function outcomeOf({ code: dossierCode }: Dossier, conclusion: ProcessingConcludedV1): Outcome {
  const { outcome: kind, concludedAt, certificate, reason, documentNumber } = conclusion;
  if (kind === 'done') {
    if (!certificate) throw intakeErrors.CERTIFICATE_MISSING({ dossierCode });
    return { kind, concludedAt, certificate };
  }
  if (kind === 'rejected' && (reason === undefined || documentNumber === undefined)) {
    throw intakeErrors.WRITTEN_NOTICE_MISSING({ dossierCode });
  }
  return { kind, concludedAt, ...(reason && { reason }), ...(documentNumber && { documentNumber }) };
}

/** Results are kept by notice, payer and date; a second message adds (F29), an amended notice takes the place of its own (M22). */
function mergedResults(known: readonly TaxResult[], arrived: readonly TaxResult[]): readonly TaxResult[] {
  const same = (a: TaxResult, b: TaxResult): boolean =>
    a.noticeNumber === b.noticeNumber &&
    a.payerNumber === b.payerNumber &&
    a.payer === b.payer &&
    a.kind === b.kind &&
    a.dueDate === b.dueDate;
  const fresh = arrived.filter((result) => {
    const before = known.find((other) => same(other, result));
    if (before && !canonicalBytes(before).equals(canonicalBytes(result))) {
      throw intakeErrors.RESULT_CHANGED({ noticeNumber: result.noticeNumber });
    }
    return before === undefined;
  });
  // A notice may come with the one in its place, or after it.
  const all = [...known, ...fresh];
  const replaced = new Set(all.flatMap(({ replaces }) => replaces ?? []));
  return all.filter(({ noticeNumber }) => !replaced.has(noticeNumber));
}

export function requireState(dossier: Dossier, state: NationalStateCode, step: string): void {
  if (dossier.state !== state) throw notAllowed(dossier, step);
}

/** States 3, 8 and 10 are the end of a dossier. */
export function requireOpen(dossier: Dossier, step: string): void {
  if (allowedNext(dossier.states).length === 0) throw notAllowed(dossier, step);
}

function notAllowed({ code, state }: Dossier, step: string): Error {
  return intakeErrors.STEP_NOT_ALLOWED({ dossierCode: code, state, stateName: nationalState(state).vi, step });
}
