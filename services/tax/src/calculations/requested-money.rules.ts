import { dong, dongText, Fraction, type LocalDate } from '@lienthong/kernel';
import {
  type Allocation,
  endedDeferral,
  type GardenToResidential,
  type Instalment,
  instalments,
  landUseFee,
  raisedInstalments,
} from '../charges/land-use-fee.rules';
import { lateDays, lateInterest } from '../charges/late-interest.rules';
import { dueDate, type DueDateTerms } from '../charges/payment-dates.rules';
import type { Readings } from '../law/readings.data';
import { taxErrors } from '../tax.errors';
import type { LandUseFeeRequest, LateInterestRequest } from './calculate-money.request'; // prettier-ignore

export interface MoneyTerms extends DueDateTerms {
  readonly readings: Readings;
}

export interface InstalmentView {
  readonly amountDong: string;
  readonly dueOn: LocalDate;
}

export interface LandUseFeeView {
  readonly feeDong: string;
  /** Empty while the fee is deferred. */
  readonly instalments: readonly InstalmentView[];
}

/** The fee, and when its parts are due: of an amended fee the increase, of a deferred one the whole after its years. */
export function landUseFeeOf(request: LandUseFeeRequest, terms: MoneyTerms): LandUseFeeView {
  const fee = landUseFee(statedFee(request), request.issuedOn, terms.readings);
  const due = ({ amountDong, days }: Instalment): InstalmentView => ({
    amountDong: dongText(amountDong),
    dueOn: dueDate(request.issuedOn, days, terms),
  });
  return { feeDong: dongText(fee), instalments: partsOf(fee, request, terms.readings).map(due) };
}

function partsOf(fee: bigint, request: LandUseFeeRequest, readings: Readings): readonly Instalment[] {
  const { issuedOn, deferredOn, earlierDong } = request;
  if (deferredOn !== undefined) return endedDeferral(fee, deferredOn, issuedOn) ?? [];
  if (earlierDong === undefined) return instalments(fee, issuedOn);
  const extra = fee - dong(earlierDong);
  return extra > 0n ? raisedInstalments(extra, issuedOn, readings) : [];
}

function statedFee(request: LandUseFeeRequest): Allocation | GardenToResidential {
  const { kind, areaSquareMetres, priceDong, reduction, deductedDong, infrastructureDong, ratiosUsedBefore } = request;
  const common = {
    areaSquareMetres: Fraction.parse(areaSquareMetres),
    ...(reduction !== undefined && { reduction: Fraction.parse(reduction) }),
    ...(deductedDong !== undefined && { deductedDong: dong(deductedDong) }),
  };
  if (kind === 'allocation') {
    const infrastructure = infrastructureDong === undefined ? {} : { infrastructureDong: dong(infrastructureDong) };
    return { kind, ...common, priceDong: dong(priceDong), ...infrastructure };
  }
  const { priceBeforeDong, quotaSquareMetres } = request;
  if (priceBeforeDong === undefined || quotaSquareMetres === undefined)
    throw taxErrors.PURPOSE_CHANGE_INCOMPLETE({ missing: 'priceBeforeDong, quotaSquareMetres' });
  return {
    kind,
    ...common,
    priceBeforeDong: dong(priceBeforeDong),
    priceAfterDong: dong(priceDong),
    quotaSquareMetres: Fraction.parse(quotaSquareMetres),
    ...(ratiosUsedBefore !== undefined && { ratiosUsedBefore }),
  };
}

export interface LateInterestView {
  readonly interestDong: string;
  readonly lateDays: number;
}

/** Interest on everything up to `until`, and how many days that last day is late. */
export function lateInterestOf(request: LateInterestRequest, readings: Readings): LateInterestView {
  const { amountDong, dueOn, until, payments, coveredDong, deferred } = request;
  const duty = {
    amountDong: dong(amountDong),
    dueOn,
    payments: payments.map((payment) => ({ amountDong: dong(payment.amountDong), debitedOn: payment.debitedOn })),
    ...(coveredDong !== undefined && { coveredDong: dong(coveredDong) }),
    ...(deferred !== undefined && { deferred }),
  };
  return { interestDong: dongText(lateInterest(duty, until, readings)), lateDays: lateDays(dueOn, until) };
}
