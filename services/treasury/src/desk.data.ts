import { getTimer, legalRegimeOn, timerEndsOn } from '@lienthong/contracts';
import { addDays, CLOSING_MS, instantOf, localDate, vietnamCalendar } from '@lienthong/kernel';
import { type DeskDefinition, tracked } from '@lienthong/service-host';
import { AdjustmentRow } from './adjustments/adjustment.entity';
import { Booking } from './bookings/booking.entity';
import { CreditAdviceRow } from './credit-advices/credit-advice.entity';
import { TreasuryDayRow } from './days/treasury-day.entity';
import { InvestigationRow } from './investigations/investigation.entity';
import { ReconciliationRow } from './reconciliations/reconciliation.entity';

/** The treasury knows of no dossier: its work is about references of vouchers. */
const referenceOf = ({ reference }: { readonly reference: string }): string => reference;
const officeOf = ({ office }: { readonly office: string }): string => office;

/** T21: how soon a credit that can be booked is booked; counted from the advice, however late it comes (F24). */
function bookingDue(advisedAt: Date): Date {
  const on = localDate(advisedAt);
  return instantOf(timerEndsOn(on, getTimer('T21', legalRegimeOn(on).id, on), vietnamCalendar), CLOSING_MS);
}

const advices = tracked<CreditAdviceRow>({
  kind: 'credit-advice',
  row: CreditAdviceRow,
  key: referenceOf,
  office: officeOf,
  subject: referenceOf,
  state: ({ state }) => state,
  waits: ({ state, receivedAt, advisedAt }) => {
    const since = { since: receivedAt, due: bookingDue(advisedAt) };
    if (state === 'ready') return { step: 'book', ...since };
    return state === 'suspense' ? { step: 'clear', ...since } : undefined;
  },
  rules: ({ receivedAt }) => [`regime ${legalRegimeOn(localDate(receivedAt)).id}`],
  message: ({ messageId }) => messageId,
  terms: ({ reference, lines }) => [
    { kind: 'receipt', value: reference },
    ...lines.flatMap(({ payableItemId: value }) => (value === undefined ? [] : [{ kind: 'notice', value } as const])),
  ],
});

const bookings = tracked<Booking>({
  kind: 'booking',
  row: Booking,
  key: referenceOf,
  office: officeOf,
  subject: referenceOf,
  state: ({ isReversed }) => (isReversed ? 'reversed' : 'booked'),
  rules: ({ bookedOn }) => [`regime ${legalRegimeOn(bookedOn).id}`],
  by: ({ bookedBy }) => bookedBy,
  terms: ({ entryNumber }) => [{ kind: 'receipt', value: entryNumber }],
});

const investigations = tracked<InvestigationRow>({
  kind: 'payment-investigation',
  row: InvestigationRow,
  key: ({ id }) => id,
  office: officeOf,
  subject: referenceOf,
  state: ({ state }) => state,
  waits: ({ state, openedAt, request, answerBy }) =>
    state === 'requested'
      ? { step: 'answer', since: openedAt, due: instantOf(request?.answerBy ?? answerBy, CLOSING_MS) }
      : undefined,
  rules: ({ openedOn }) => [`regime ${legalRegimeOn(openedOn).id}`],
  terms: ({ reference }) => [{ kind: 'receipt', value: reference }],
});

const adjustments = tracked<AdjustmentRow>({
  kind: 'adjustment',
  row: AdjustmentRow,
  key: ({ id }) => id,
  office: officeOf,
  subject: referenceOf,
  state: ({ state }) => state,
  waits: ({ state, proposedAt }) => (state === 'proposed' ? { step: 'confirm', since: proposedAt } : undefined),
  rules: ({ proposedAt }) => [`regime ${legalRegimeOn(localDate(proposedAt)).id}`],
  terms: ({ reference, entryNumber }) => [
    { kind: 'receipt', value: reference },
    ...(entryNumber === undefined ? [] : [{ kind: 'receipt', value: entryNumber } as const]),
  ],
});

const days = tracked<TreasuryDayRow>({
  kind: 'day',
  row: TreasuryDayRow,
  key: ({ key }) => key,
  office: officeOf,
  subject: ({ date }) => date,
  state: ({ state }) => state,
  waits: ({ state, acts }) =>
    state === 'closing' ? { step: 'sign-off', since: new Date(acts.at(-1)?.at ?? 0) } : undefined,
  rules: ({ date }) => [`regime ${legalRegimeOn(date).id}`],
});

const reconciliations = tracked<ReconciliationRow>({
  kind: 'reconciliation',
  row: ReconciliationRow,
  key: ({ key }) => key,
  office: officeOf,
  subject: ({ date }) => date,
  state: ({ state }) => state,
  waits: ({ state, date }) =>
    state === 'differs' ? { step: 'reconcile', since: instantOf(addDays(date, 1), 0) } : undefined,
  rules: ({ date }) => [`regime ${legalRegimeOn(date).id}`],
});

/** The treasury's desks: credits that can be booked, money in suspense, questions of the tax office with their day (T25), what a second person confirms or signs, days that differ. */
export const desk: DeskDefinition = {
  roles: ['treasury-clerk', 'agency-leader'],
  leaders: ['agency-leader'],
  personalDataFor: ['treasury-clerk'],
  steps: ['book', 'clear', 'answer', 'confirm', 'sign-off', 'reconcile'],
  doneBy: {
    book: ['treasury-clerk'],
    clear: ['treasury-clerk'],
    answer: ['treasury-clerk'],
    confirm: ['treasury-clerk', 'agency-leader'],
    'sign-off': ['agency-leader'],
    reconcile: ['treasury-clerk', 'agency-leader'],
  },
  tracks: [advices, bookings, investigations, adjustments, days, reconciliations],
};
