import { getTimer, legalRegimeOn, timerEndsOn } from '@lienthong/contracts';
import { CLOSING_MS, instantOf, localDate, vietnamCalendar } from '@lienthong/kernel';
import { type DeskDefinition, tracked } from '@lienthong/service-host';
import { Booking } from './bookings/booking.entity';
import { CreditAdviceRow } from './credit-advices/credit-advice.entity';

/** The treasury knows of no dossier: its work is about references of vouchers. */
const referenceOf = ({ reference }: { readonly reference: string }): string => reference;
const officeOf = ({ office }: { readonly office: string }): string => office;

/** T21: how soon a credit that can be booked is booked. */
function bookingDue(receivedAt: Date): Date {
  const on = localDate(receivedAt);
  return instantOf(timerEndsOn(on, getTimer('T21', legalRegimeOn(on).id, on), vietnamCalendar), CLOSING_MS);
}

const advices = tracked<CreditAdviceRow>({
  kind: 'credit-advice',
  row: CreditAdviceRow,
  key: referenceOf,
  office: officeOf,
  subject: referenceOf,
  state: ({ state }) => state,
  waits: ({ state, receivedAt }) =>
    state === 'ready' ? { step: 'book', since: receivedAt, due: bookingDue(receivedAt) } : undefined,
  rules: ({ receivedAt }) => [`regime ${legalRegimeOn(localDate(receivedAt)).id}`],
  message: ({ messageId }) => messageId,
  terms: ({ reference, lines }) => [
    { kind: 'receipt', value: reference },
    ...lines.map(({ payableItemId }) => ({ kind: 'notice', value: payableItemId }) as const),
  ],
});

const bookings = tracked<Booking>({
  kind: 'booking',
  row: Booking,
  key: referenceOf,
  office: officeOf,
  subject: referenceOf,
  state: () => 'booked',
  rules: ({ bookedOn }) => [`regime ${legalRegimeOn(bookedOn).id}`],
  by: ({ bookedBy }) => bookedBy,
  terms: ({ entryNumber }) => [{ kind: 'receipt', value: entryNumber }],
});

/** The treasury's desks: credit advices that can be booked. */
export const desk: DeskDefinition = {
  roles: ['treasury-clerk', 'agency-leader'],
  leaders: ['agency-leader'],
  personalDataFor: ['treasury-clerk'],
  steps: ['book'],
  tracks: [advices, bookings],
};
