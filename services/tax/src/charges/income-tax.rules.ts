import { Fraction, type LocalDate } from '@lienthong/kernel';
import { rowInForce } from '../law/dated-row.rules';
import {
  incomeTaxRates,
  nonResidentIncomeTaxRates,
  receivedIncomeTaxRates,
  receivedThresholdsDong,
} from '../law/rates.data';
import type { Readings } from '../law/readings.data';
import { applied } from './applied-rule.rules';
import type { ExactCharge, ExactPersonCharge } from './charge.state';
import { exemptPortion, refused } from './exemption-claims.rules';
import { higher, NOTHING, WHOLE } from './fractions.rules';
import { shareHolders, type ShareHolder } from './holders.rules';
import { type ClaimCircumstances, incomeTaxExemptions } from './income-tax-exemptions.rules';
import type { ChangeKind, PropertyChange } from './property-change.state';
import { propertyValue } from './property-value.rules';
import { comparedByComponent } from './stated-price.rules';

/** Who has taxable income from a change: who gives it away for a price (P1, P5, P10), who receives it for nothing, nobody (P11). */
const taxpayers: Readonly<Record<ChangeKind, 'givers' | 'receivers' | 'nobody'>> = {
  transfer: 'givers',
  exchange: 'givers',
  sublease: 'givers',
  inheritance: 'receivers',
  gift: 'receivers',
  'capital-contribution': 'nobody',
  'one-time-lease': 'nobody',
  'purpose-change': 'nobody',
  'state-allocation': 'receivers',
};

/** What is received up to the threshold is not taxed, which is no exemption that somebody claims. */
export const THRESHOLD = '§3.2';

/** P6: the contract's first day, or the day of registering when the contract makes the buyer pay the seller's tax; without a contract always registering. */
export function taxTimePoint(
  change: Pick<PropertyChange, 'contractEffectiveOn' | 'buyerPaysSellersTax' | 'registeredOn' | 'kind'>,
): LocalDate {
  const byContract = taxpayers[change.kind] === 'givers' && !change.buyerPaysSellersTax;
  return byContract ? (change.contractEffectiveOn ?? change.registeredOn) : change.registeredOn;
}

/** The personal income tax of a change; nothing where nobody has income from it. */
export function incomeTax(change: PropertyChange, readings: Readings): ExactCharge | undefined {
  switch (taxpayers[change.kind]) {
    case 'givers':
      return transferTax(change, readings);
    case 'receivers':
      return receivedTax(change, readings);
    case 'nobody':
      return undefined;
  }
}

/** P1–P5, P7–P9: 2 % of the stated price, or part by part of the adjusted table value where that is higher. */
function transferTax(change: PropertyChange, readings: Readings): ExactCharge {
  const timePoint = taxTimePoint(change);
  const { base } = comparedByComponent(change.price, propertyValue(change, timePoint, 'adjusted'));
  const rate = rowInForce('P1', incomeTaxRates, timePoint);
  const abroad = rowInForce('P9', nonResidentIncomeTaxRates, timePoint);
  const own = shareHolders(change.givers);
  const circumstances = { change, own, other: shareHolders(change.receivers), timePoint, readings };
  const persons = own.map((person): ExactPersonCharge => {
    const decisions = incomeTaxExemptions(person, circumstances);
    const { value } = person.resident === false ? abroad : rate;
    const arising = base.times(person.share).times(value);
    const payable = arising.times(WHOLE.minus(exemptPortion(decisions)));
    const { number, name, share } = person;
    return { payer: 'seller', number, name, share, arising, payable, decisions };
  });
  const rules = [
    applied('P1', rate),
    ...(own.some(({ resident }) => resident === false) ? [applied('P9', abroad)] : []),
  ];
  return { kind: 'personal-income-tax', base, decidedOn: timePoint, persons, rules };
}

/** L §3.2: a tenth of the table value at registering above each receiver's threshold; never of the contract price. */
function receivedTax(change: PropertyChange, readings: Readings): ExactCharge {
  const timePoint = change.registeredOn;
  const { land, building } = propertyValue(change, timePoint, 'adjusted');
  const base = land.plus(building);
  const own = shareHolders(change.receivers);
  const circumstances = { change, own, other: shareHolders(change.givers), timePoint, readings };
  const rate = rowInForce('§3.2 rate', receivedIncomeTaxRates, timePoint);
  const threshold = rowInForce('§3.2 threshold', receivedThresholdsDong, timePoint);
  return {
    kind: 'personal-income-tax',
    base,
    decidedOn: timePoint,
    persons: own.map((person) => receiverCharge(person, base, circumstances)),
    rules: [applied('§3.2 rate', rate), applied('§3.2 threshold', threshold)],
  };
}

function receiverCharge(person: ShareHolder, base: Fraction, circumstances: ClaimCircumstances): ExactPersonCharge {
  const { timePoint } = circumstances;
  const threshold = Fraction.of(rowInForce('§3.2 threshold', receivedThresholdsDong, timePoint).value);
  const rate = rowInForce('§3.2 rate', receivedIncomeTaxRates, timePoint).value;
  const income = base.times(person.share);
  const decisions = [
    ...incomeTaxExemptions(person, circumstances),
    ...(income.compare(threshold) > 0 ? [] : [refused(THRESHOLD, 'Giá trị nhận không vượt mức không phải nộp thuế.')]),
  ];
  const taxable = income.times(WHOLE.minus(exemptPortion(decisions)));
  const taxed = (value: Fraction): Fraction => higher(value.minus(threshold), NOTHING).times(rate);
  const { number, name, share } = person;
  return { payer: 'buyer', number, name, share, arising: taxed(income), payable: taxed(taxable), decisions };
}
