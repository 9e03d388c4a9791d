import { communeNow, type DeathRecord, type FuneralClaim, officeFor } from '@lienthong/contracts';
import { dong, type LocalDate } from '@lienthong/kernel';
import { protectionErrors } from '../social-protection.errors';
import { type Circle, type FuneralRuleSet, funeralRuleSets } from './funeral-support.data';
import type { AllowanceTold } from './funeral-claim.state';

/** Whether the support is due, and if not, why: the text is for the claimant. */
export type Verdict = { readonly entitled: true } | { readonly entitled: false; readonly reason: string };

/** The rules of the day of death (O §4.6). @throws social-protection.RULE_SET_UNKNOWN */
export function ruleSetOn(diedOn: LocalDate): FuneralRuleSet {
  const found = knownRuleSet(diedOn);
  if (!found) throw protectionErrors.RULE_SET_UNKNOWN({ on: diedOn });
  return found;
}

/** Whether the rules of the day of death are known, and whom to ask about the person where they want it asked. */
export function canBeAssessed(death: DeathRecord, on: LocalDate): boolean {
  const rules = knownRuleSet(death.deceased.diedOn);
  return rules !== undefined && (!mustAsk(death, rules) || insuranceOfficeOf(death, on) !== undefined);
}

/** Social insurance is asked where only the highest is paid, about persons whom it can know. */
export function mustAsk({ deceased }: DeathRecord, { onlyHighest }: FuneralRuleSet): boolean {
  return onlyHighest && deceased.personalIdentificationNumber !== undefined;
}

/** The office of social insurance for the residence of the deceased, else for the commune that registered the death. */
export function insuranceOfficeOf({ deceased, entry }: DeathRecord, on: LocalDate): string | undefined {
  const codes = [deceased.residence?.communeCode, entry.communeCode].filter((code) => code !== undefined);
  const offices = codes.map((code) => officeFor('health-insurance', communeNow(code, on)?.code ?? code, on));
  return offices.find((office) => office !== undefined)?.id;
}

/** Whether the rules of the day of death give the support for this person. */
export function verdictOn({ deceased }: DeathRecord, claim: FuneralClaim, rules: FuneralRuleSet): Verdict {
  if (rules.withSocialPension && claim.receivesSocialPension) return { entitled: true };
  const entitled = rules.circles.some(
    (circle) => (!circle.poorOnly || claim.poorHousehold) && isIn(circle, deceased.birthDate, deceased.diedOn),
  );
  return entitled ? { entitled } : { entitled, reason: `Người chết không thuộc diện hỗ trợ theo ${rules.legalBasis}.` };
}

/** Only one benefit is paid, the highest (NĐ 176/2025): what social insurance has paid, or will pay more of, excludes the support. */
export function afterAllowance(amountDong: string, told: AllowanceTold): Verdict {
  if (!told.entitled) return { entitled: true };
  if (told.paidOn !== undefined)
    return { entitled: false, reason: `Bảo hiểm xã hội đã chi trợ cấp mai táng ngày ${told.paidOn}.` };
  const isHigher = told.amountDong !== undefined && dong(told.amountDong) > dong(amountDong);
  return isHigher
    ? { entitled: false, reason: 'Bảo hiểm xã hội chi trợ cấp mai táng ở mức cao hơn.' }
    : { entitled: true };
}

/**
 * What makes two claims be about one person: the personal identification number, else the entry of the death register (O §4.6
 * no personal number).
 */
export function deceasedKey({ entry, deceased }: DeathRecord): string {
  const { communeCode, book, registrationNumber } = entry;
  return deceased.personalIdentificationNumber ?? `${communeCode}|${book}|${registrationNumber}`;
}

/**
 * Under what else one person may be claimed for, so that a claim with the number and one without it meet: name, birth and day of
 * death. Alone it proves no identity, see `mayBeOne`.
 */
export function likenessKey({ deceased: { name, birthDate, diedOn } }: DeathRecord): string {
  return ['person', comparable(name), birthDate, diedOn].join('|');
}

/** Whether two deceased persons of equal likeness may be one: they are two only where both have a number, and another. */
export function mayBeOne(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** A name without what people write differently: letter case, spaces and marks. */
function comparable(name: string): string {
  const base = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return base.replace(/ð/gu, 'đ').trim().split(/\s+/u).join(' ');
}

function knownRuleSet(diedOn: LocalDate): FuneralRuleSet | undefined {
  return funeralRuleSets.find(({ validFrom }) => validFrom <= diedOn);
}

function isIn({ fromAge, counts }: Circle, birthDate: string, diedOn: LocalDate): boolean {
  const birthday = `${Number(birthDate.slice(0, 4)) + fromAge}${dayOfYear(birthDate)}`;
  return counts === 'from' ? birthday <= diedOn : birthday < diedOn;
}

/** Of a birth date that is a year alone the last day counts: nobody is taken to be older than the paper proves (a reading). */
function dayOfYear(birthDate: string): string {
  return birthDate.length === 4 ? '-12-31' : birthDate.slice(4);
}
