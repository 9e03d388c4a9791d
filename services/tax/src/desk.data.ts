import { CLOSING_MS, instantOf, localDate, type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import { findTimer, legalRegimeOn, timerEndsOn } from '@lienthong/contracts';
import { type DeskDefinition, parcelTerms, personTerms, tracked } from '@lienthong/service-host';
import { appliedLaw } from './assessments/applied-law.rules';
import { AssessmentRow } from './assessments/assessment.entity';
import { moneyTracks } from './desk-money.data';
import { pricePlaces } from './price-table/price-places.data';
import { Obligation } from './obligations/obligation.entity';
import { PayableItem } from './obligations/payable-item.entity';
import { TransferSlip } from './transfer-slips/transfer-slip.entity';

const dossierOf = ({ dossierCode }: { readonly dossierCode: string }): string => dossierCode;
const officeOf = ({ office }: { readonly office: string }): string => office;

function dayEnds(on: LocalDate | undefined): Date | undefined {
  return on === undefined ? undefined : instantOf(on, CLOSING_MS);
}

/** T4 counts from the receipt of the slip, in the regime that knows an acceptance. */
function acceptanceLimit(receivedOn: LocalDate): LocalDate | undefined {
  const limit = findTimer('T4', 'B', receivedOn);
  return limit && timerEndsOn(receivedOn, limit, vietnamCalendar);
}

const assessments = tracked<AssessmentRow>({
  kind: 'assessment',
  row: AssessmentRow,
  key: dossierOf,
  office: officeOf,
  subject: dossierOf,
  dossierCode: dossierOf,
  state: ({ state }) => state,
  waits: ({ state, receivedAt: since, noticeLimitOn }) => {
    if (state === 'to-accept') return { step: 'accept', since, due: dayEnds(acceptanceLimit(localDate(since))) };
    const due = dayEnds(noticeLimitOn);
    if (state === 'to-confirm') return { step: 'confirm', since, due };
    return state === 'assessed' ? { step: 'issue', since, due } : undefined;
  },
  rules: appliedLaw,
  message: ({ slipMessageId }) => slipMessageId,
  terms: ({ dossierCode }) => [{ kind: 'dossier', value: dossierCode }],
});

const slips = tracked<TransferSlip>({
  kind: 'slip',
  row: TransferSlip,
  key: ({ slipId }) => slipId,
  office: officeOf,
  subject: dossierOf,
  dossierCode: dossierOf,
  state: ({ outcome }) => outcome,
  rules: ({ receivedAt }) => [`regime ${legalRegimeOn(localDate(receivedAt)).id}`],
  message: ({ messageId }) => messageId,
  terms: ({ content: { slipNumber, sellers, buyers, parcels } }) => [
    { kind: 'receipt', value: slipNumber },
    ...personTerms([...sellers, ...buyers]),
    ...parcelTerms(parcels),
  ],
});

const items = tracked<PayableItem>({
  kind: 'payable-item',
  row: PayableItem,
  key: ({ payableItemId }) => payableItemId,
  office: officeOf,
  subject: dossierOf,
  dossierCode: dossierOf,
  state: ({ state }) => state,
  rules: ({ budgetChapter, budgetSubItem }) => [`chapter ${budgetChapter}`, `sub-item ${budgetSubItem}`],
  terms: ({ noticeNumber, payerName, payerNumber }) => [
    { kind: 'notice', value: noticeNumber },
    { kind: 'name', value: payerName },
    { kind: 'person', value: payerNumber },
  ],
});

const obligations = tracked<Obligation>({
  kind: 'obligation',
  row: Obligation,
  key: dossierOf,
  office: officeOf,
  subject: dossierOf,
  dossierCode: dossierOf,
  state: ({ fulfilledOn }) => (fulfilledOn === undefined ? 'open' : 'fulfilled'),
  rules: ({ law }) => law ?? [],
});

/** The tax office's desks: slips that wait for their acceptance, due by T4, assessments that wait for a second officer or for their notices, due by T5, payments to ask about (T25), days that differ (M47); found by all that slips and notices name. */
export const desk: DeskDefinition = {
  roles: ['tax-officer', 'agency-leader'],
  leaders: ['agency-leader'],
  personalDataFor: ['tax-officer'],
  steps: ['accept', 'confirm', 'issue', 'investigate', 'reconcile'],
  doneBy: {
    accept: ['tax-officer'],
    confirm: ['tax-officer', 'agency-leader'],
    issue: ['tax-officer'],
    investigate: ['tax-officer'],
    reconcile: ['tax-officer'],
  },
  tracks: [assessments, slips, items, obligations, pricePlaces, ...moneyTracks],
};
