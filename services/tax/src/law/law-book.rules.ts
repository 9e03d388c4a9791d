import { Fraction, type LocalDate } from '@lienthong/kernel';
import { isUnverified, type LegalRegime, legalRegimeOn, type LegalTimer, legalTimers } from '@lienthong/contracts';
import { budgetChapters, budgetSubItems } from './budget.data';
import { type DatedRow, isReading } from './dated-row.rules';
import { deferralYears, endedDeferralDays, purposeChangeRatios, wholeDifferenceRatios } from './land-use-fee.data';
import * as rates from './rates.data';
import { readingChoices, type Readings } from './readings.data';

/** One row of law as officers see it; what no text confirms is a reading. */
export interface LawRow {
  readonly rule: string;
  readonly value: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly source: string;
  readonly reading: boolean;
}

/** An open question with the office's answer and the other answers that it could give. */
export interface ReadingView {
  readonly question: string;
  readonly answer: string;
  readonly others: readonly string[];
}

export interface LawBook {
  readonly on: LocalDate;
  readonly regime: LegalRegime & { readonly unverified: boolean };
  readonly timers: readonly (LegalTimer & { readonly reading: boolean })[];
  readonly rows: readonly LawRow[];
  readonly readings: readonly ReadingView[];
}

const tables: Readonly<Record<string, readonly DatedRow<unknown>[]>> = {
  'P1 income tax rate': rates.incomeTaxRates,
  'P9 income tax rate of non-residents': rates.nonResidentIncomeTaxRates,
  '§3.2 rate on inheritance and gift': rates.receivedIncomeTaxRates,
  '§3.2 threshold, đồng': rates.receivedThresholdsDong,
  'X3 days of holding': rates.soleHomeDays,
  'L1 registration fee rate': rates.registrationFeeRates,
  'L7 years of a full lease': rates.fullLeaseYears,
  'L9 cap, đồng': rates.registrationFeeCapsDong,
  '§3.7 late interest per day': rates.lateInterestRates,
  '§3.6 years of a deferred land-use fee': deferralYears,
  '§3.6 days to pay it then': endedDeferralDays,
  'W20 ratios of a change of purpose': purposeChangeRatios,
  '§3.5 ratio of a change that needs no permission': wholeDifferenceRatios,
  'budget chapter': budgetChapters,
  'sub-item of income tax': budgetSubItems['personal-income-tax'],
  'sub-item of registration fee': budgetSubItems['registration-fee'],
  'sub-item of land-use fee': budgetSubItems['land-use-fee'],
};

/** All that the tax office applies on a day: regime, times, rates, and how it reads what the texts leave open. */
export function lawBookOn(on: LocalDate, readings: Readings): LawBook {
  const regime = legalRegimeOn(on);
  return {
    on,
    regime: { ...regime, unverified: isUnverified(regime.id) },
    timers: legalTimers
      .filter((row) => row.regime === regime.id && (row.validFrom === undefined || row.validFrom <= on))
      .map((row) => ({ ...row, reading: isReading(row) })),
    rows: Object.entries(tables).flatMap(([rule, rows]) =>
      rows.filter(({ from, to }) => from <= on && (to === undefined || on <= to)).map((row) => lawRow(rule, row)),
    ),
    readings: Object.entries(readingChoices).map(([question, choices]) => {
      const answer = readings[question as keyof Readings];
      return { question, answer: String(answer), others: choices.filter((other) => other !== answer).map(String) };
    }),
  };
}

function lawRow(rule: string, row: DatedRow<unknown>): LawRow {
  const { from, to, source, value } = row;
  return { rule, value: textOf(value), from, ...(to !== undefined && { to }), source, reading: isReading(row) };
}

/** Fractions, whole numbers and texts as they are written; ratios field by field. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || value instanceof Fraction) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${textOf(part)}`)
    .join(', ');
}
