import { addDays, CLOSING_MS, instantOf, localDate } from '@lienthong/kernel';
import { legalRegimeOn } from '@lienthong/contracts';
import { tracked } from '@lienthong/service-host';
import { Overpayment } from './obligations/overpayment.entity';
import { PaymentInvestigation } from './payment-investigations/payment-investigation.entity';
import { DayReconciliation } from './reconciliations/day-reconciliation.entity';

const officeOf = ({ office }: { readonly office: string }): string => office;

/** Money that nobody owes waits for its payer, not for an officer; who offsets it names the version that was looked at. */
const overpayments = tracked<Overpayment>({
  kind: 'overpayment',
  row: Overpayment,
  key: ({ overpaymentId }) => overpaymentId,
  office: officeOf,
  subject: ({ dossierCode }) => dossierCode,
  dossierCode: ({ dossierCode }) => dossierCode,
  state: ({ takenBackOn, offsetDong, amountDong }) => {
    if (takenBackOn !== undefined) return 'taken-back';
    return offsetDong === amountDong ? 'offset' : 'open';
  },
  waits: () => undefined,
  rules: ({ recordedAt }) => [`regime ${legalRegimeOn(localDate(recordedAt)).id}`],
  terms: ({ overpaymentId, reference, payerNumber }) => [
    { kind: 'receipt', value: overpaymentId },
    { kind: 'receipt', value: reference },
    { kind: 'person', value: payerNumber },
  ],
});

const investigations = tracked<PaymentInvestigation>({
  kind: 'payment-investigation',
  row: PaymentInvestigation,
  key: ({ id }) => id,
  office: officeOf,
  subject: ({ reference }) => reference,
  state: ({ state }) => state,
  waits: ({ state, openedOn, requestBy }) =>
    state === 'open'
      ? { step: 'investigate', since: instantOf(openedOn, 0), due: instantOf(requestBy, CLOSING_MS) }
      : undefined,
  rules: ({ openedOn }) => [`regime ${legalRegimeOn(openedOn).id}`],
  message: ({ causeId }) => causeId,
  terms: ({ reference }) => [{ kind: 'receipt', value: reference }],
});

const days = tracked<DayReconciliation>({
  kind: 'reconciliation',
  row: DayReconciliation,
  key: ({ key }) => key,
  office: officeOf,
  subject: ({ answer }) => answer.date,
  state: ({ answer }) => (answer.matched ? 'matched' : 'differs'),
  waits: ({ answer }) =>
    answer.matched ? undefined : { step: 'reconcile', since: instantOf(addDays(answer.date, 1), 0) },
  rules: ({ answer }) => [`regime ${legalRegimeOn(answer.date).id}`],
});

/** What becomes of the money after the notices: overpaid, asked about (M46), reconciled by the day (M47). */
export const moneyTracks = [overpayments, investigations, days];
