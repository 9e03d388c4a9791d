import {
  type DossierForwardedV1,
  type LandRequest,
  NothingDueV1,
  ObligationFulfilledV1,
  type ObligationReopenedV1,
  type PaymentNotice,
  PaymentNoticesIssuedV1,
  SlipCompletionRequestedV1,
  type SlipFault,
  TaxResultsAvailableV1,
  type TaxResult,
  TransferSlipReturnedV1,
} from '@lienthong/contracts';
import { canonicalBytes } from '@lienthong/envelope';
import { localDate } from '@lienthong/kernel';
import { findProcedure, versionOf } from '@lienthong/procedures';
import type { LandChangeKind } from '../encumbrances/blocks.data';
import { landErrors } from '../land-registry.errors';
import { type Act, advance, type Beginning, seen, start, statusIn } from './land-procedure.rules';
import type { LandDossier } from './land-dossier.state';

export interface Reception {
  readonly request?: LandRequest;
  readonly office: string;
  readonly intakeOffice: string;
  readonly receiptNumber: string;
}

/** A dossier enters the land office's book under the office's own receipt number (M02). */
export function receive(
  content: DossierForwardedV1,
  reception: Reception,
  act: Act & { messageId: string },
  beginning?: Beginning,
): LandDossier {
  requireServed(content, changeKindOf({ content, ...reception }));
  return {
    ...reception,
    ...start(content, act, beginning),
    dossierCode: content.dossierCode,
    receivedAt: act.at,
    content,
    slipFaults: [],
    notices: {},
    workMessageId: act.messageId,
    since: act.at,
  };
}

/** R11: the procedure covers this kind of change. */
function requireServed({ procedure, receivedAt }: DossierForwardedV1, changeKind: LandChangeKind): void {
  if (findProcedure(procedure)?.changeKinds.includes(changeKind)) return;
  throw landErrors.PROCEDURE_UNKNOWN({ procedure, on: localDate(new Date(receivedAt)) });
}

/** What is registered: a transfer where the papers say nothing else. */
export function changeKindOf({ content, request }: Pick<LandDossier, 'content' | 'request'>): LandChangeKind {
  return request?.changeKind ?? content.changeKind ?? 'transfer';
}

/** Answers about a slip must name the slip that was sent, and come from the tax office it was sent to. */
export function requireSlip(dossier: LandDossier, slipId: string, senderOffice: string): void {
  const { dossierCode, slip } = dossier;
  // What was on its way about the slip before this one is still about the dossier's slip.
  if (slip?.slipId !== slipId && slip?.replacesSlipId !== slipId)
    throw landErrors.SLIP_UNKNOWN({ dossierCode, slipId });
  requireTaxOffice(dossier, senderOffice);
}

/** Only the desk that forwarded the dossier hands its result over. */
export function requireDesk({ dossierCode, intakeOffice }: LandDossier, senderOffice: string): void {
  if (intakeOffice !== senderOffice) {
    throw landErrors.DESK_UNEXPECTED({ dossierCode, expected: intakeOffice, sender: senderOffice });
  }
}

/** Only the tax office that has the slip speaks about its notices and its fulfilment. */
export function requireTaxOffice({ dossierCode, taxOffice }: LandDossier, senderOffice: string): void {
  if (taxOffice !== senderOffice) {
    throw landErrors.TAX_OFFICE_UNEXPECTED({ dossierCode, expected: taxOffice ?? '-', sender: senderOffice });
  }
}

/** The tax office returned the slip for correction (F3): the faults stay on the dossier as the officer's task. */
export function slipReturned(dossier: LandDossier, faults: readonly SlipFault[], act: Act): LandDossier {
  return advance(dossier, TransferSlipReturnedV1, act, { slipFaults: [...dossier.slipFaults, ...faults] });
}

/** The tax office asks to have an accepted slip completed (M13): the faults are the officer's task, due by its day. */
export function completionWanted(
  dossier: LandDossier,
  { faults, answerBy }: Pick<SlipCompletionRequestedV1, 'faults' | 'answerBy'>,
  act: Act,
): LandDossier {
  const slipAnswerBy = answerBy === undefined ? {} : { slipAnswerBy: answerBy };
  return advance(dossier, SlipCompletionRequestedV1, act, { slipFaults: [...faults], ...slipAnswerBy });
}

/** Notices are kept by number (F29) and told to the desk; the same number with other content is refused (F28). */
export function noticesArrived(dossier: LandDossier, arrived: readonly PaymentNotice[], act: Act): LandDossier {
  const notices = withNotices(dossier, arrived);
  const told = taxResults(arrived, dossier.dossierCode).length > 0 ? [TaxResultsAvailableV1] : [];
  return advance(dossier, [PaymentNoticesIssuedV1, ...told], act, { notices });
}

/** Notices of a slip that the land office is replacing: they are kept and told, and amended by what follows (F5). */
export function noticesKept(dossier: LandDossier, arrived: readonly PaymentNotice[]): LandDossier {
  return { ...dossier, notices: withNotices(dossier, arrived) };
}

/** The land office has taken its slip up again, or the message is about the one before. */
export function isSlipInHand({ status, slip }: LandDossier, slipId: string): boolean {
  return status === 'slip-returned' || status === 'slip-drafted' || slip?.slipId !== slipId;
}

/**
 * What the one-stop desk tells each party: one result per row that is due, dates and amounts as the tax office printed them. Rows of
 * another dossier on the same notice are that dossier's (F21).
 */
export function taxResults(notices: readonly PaymentNotice[], dossierCode: string): readonly TaxResult[] {
  return notices.flatMap(({ number, kind, dueDate, rows, amends }) =>
    rows
      .filter((row) => !row.deferred && (row.dossierCode ?? dossierCode) === dossierCode)
      .map(({ payer, payerNumber, payerName, amountDong, dueDate: due = dueDate }) => ({
        payer,
        payerNumber,
        payerName,
        kind,
        noticeNumber: number,
        amountDong,
        dueDate: due,
        ...(amends && { replaces: amends.replaces }),
      })),
  );
}

/** Only the tax office says that the obligation is fulfilled; amounts are never compared here (L §4.7, the tax fact decides). */
export function obligationFulfilled(dossier: LandDossier, fulfilled: ObligationFulfilledV1, act: Act): LandDossier {
  requireNotices(
    dossier,
    fulfilled.items.map((item) => item.noticeNumber),
  );
  const { fulfilledOn, deferredItems } = fulfilled;
  return advance(dossier, ObligationFulfilledV1, act, { fulfilledOn, ...(deferredItems && { deferredItems }) });
}

/** M21: nobody has to pay now; what is deferred will stand on the certificate (F19, F20). */
export function nothingDue(dossier: LandDossier, { decidedOn, deferredItems }: NothingDueV1, act: Act): LandDossier {
  return advance(dossier, NothingDueV1, act, { fulfilledOn: decidedOn, ...(deferredItems && { deferredItems }) });
}

/** Whether the tax office has said so, and has not taken it back since. */
export function isFulfilled({ fulfilledOn, reopened }: LandDossier): boolean {
  return fulfilledOn !== undefined && reopened === undefined;
}

/** It came to an end: what crossed that end on its way changes nothing any more. */
export function hasEnded({ instance }: LandDossier): boolean {
  return instance.end !== undefined;
}

/** F16 before the certificate is signed: it waits for the money again; what was never fulfilled waits already. */
export function obligationReopened(dossier: LandDossier, reopened: ObligationReopenedV1, act: Act): LandDossier {
  if (dossier.fulfilledOn === undefined || hasEnded(dossier)) return dossier;
  const { dossierCode: _its, ...taken } = reopened;
  const { fulfilledOn: _takenBack, ...owing } = dossier;
  return seen({ ...owing, reopened: taken }, 'obligation-reopened', act);
}

/** Paid again: the certificate goes on where it waited. */
export function fulfilledAnew(dossier: LandDossier, { fulfilledOn }: ObligationFulfilledV1, act: Act): LandDossier {
  const { reopened: _settled, ...rest } = dossier;
  const { instance } = dossier;
  return seen({ ...rest, fulfilledOn }, statusIn(versionOf(instance), instance), act);
}

/** The tax office said that it has the slip, by its own message or when it was asked (M11, M16). */
export function isSlipReceived({ instance }: LandDossier): boolean {
  return instance.steps['receive-slip']?.state === 'done';
}

/** When the leader signed the slip and it went to the tax office: from then on the land office's clock stands. */
export function slipSentAt({ instance }: LandDossier): string | undefined {
  const signed = instance.steps['sign-slip'];
  return signed?.state === 'done' ? signed.since : undefined;
}

/** Only notices that came to this office can be settled or withdrawn. */
export function requireNotices({ dossierCode, notices }: LandDossier, numbers: readonly string[]): void {
  const unknown = numbers.filter((number) => !(number in notices));
  if (unknown.length > 0) throw landErrors.NOTICE_UNKNOWN({ dossierCode, noticeNumbers: [...new Set(unknown)] });
}

function withNotices(dossier: LandDossier, arrived: readonly PaymentNotice[]): LandDossier['notices'] {
  const changed = arrived.find((notice) => {
    const known = dossier.notices[notice.number];
    return known !== undefined && !sameContent(known, notice);
  });
  if (changed) throw landErrors.NOTICE_CHANGED({ noticeNumber: changed.number });
  return { ...dossier.notices, ...Object.fromEntries(arrived.map((notice) => [notice.number, notice])) };
}

function sameContent(a: PaymentNotice, b: PaymentNotice): boolean {
  return canonicalBytes(a).equals(canonicalBytes(b));
}

interface Destination {
  readonly fromOffice: string;
  readonly to: readonly { readonly member: string; readonly office: string }[];
  readonly causationId: string;
}

/** Answers go to the desk that forwarded the dossier, caused by the message that brought the work. */
export function toIntake({ office, intakeOffice, workMessageId }: LandDossier): Destination {
  return { fromOffice: office, to: [{ member: 'intake', office: intakeOffice }], causationId: workMessageId };
}
