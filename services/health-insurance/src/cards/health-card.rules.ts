import type { BirthCorrectedV1, BirthRecord } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { insuranceErrors } from '../health-insurance.errors';
import { CHILD_GROUP, CHILD_MONTHS, cardForms } from './card-forms.data';
import type { HealthCard } from './health-card.state';

/** Ten digits: province, two of the year, six that count. The parts are synthetic; only the length is known (O §4.3). */
export function socialInsuranceNumber(provinceCode: string, on: LocalDate, number: number): string {
  return `${provinceCode}${on.slice(2, 4)}${String(number).padStart(6, '0')}`;
}

/** The number that a child's card bears: 15 characters until 2020, ten digits since (O §4.3). */
export function childCardNumber(insuranceNumber: string, provinceCode: string, on: LocalDate): string {
  const row = cardForms.find(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo));
  if (!row) throw insuranceErrors.CARD_FORM_UNKNOWN({ on });
  return row.form === 'number-alone' ? insuranceNumber : `${CHILD_GROUP}${provinceCode}${insuranceNumber}`;
}

/** The day on which a child is 72 months old; of a child born on 29 February the last day of the month. */
export function childAgeLimit(birthDate: LocalDate): LocalDate {
  const months = Number(birthDate.slice(0, 4)) * 12 + Number(birthDate.slice(5, 7)) - 1 + CHILD_MONTHS;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(birthDate.slice(8)), lastOfMonth);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The last day of a child's card: 72 months, or 30 September of that year if they are complete before the school year
 * (O §4.3, knowledge). That "before the school year" means until 30 September is a reading.
 */
export function childCardValidTo(birthDate: LocalDate): LocalDate {
  const limit = childAgeLimit(birthDate);
  const schoolYear = `${limit.slice(0, 4)}-09-30`;
  return limit <= schoolYear ? schoolYear : limit;
}

/** Issuing needs a child under six on the day. @throws health-insurance.CHILD_TOO_OLD */
export function requireChild({ child }: BirthRecord, on: LocalDate): void {
  if (!isChild(child.birthDate, on)) throw insuranceErrors.CHILD_TOO_OLD({ on: childAgeLimit(child.birthDate) });
}

export function isChild(birthDate: LocalDate, on: LocalDate): boolean {
  return on < childAgeLimit(birthDate);
}

/** A card of a person who is registered as dead is no result. @throws health-insurance.CARD_STOPPED */
export function requireUsable(existing: HealthCard | undefined): void {
  if (existing && existing.state !== 'active') throw insuranceErrors.CARD_STOPPED();
}

export interface Issue {
  readonly cardNumber: string;
  readonly office: string;
  readonly dossierCode: string;
  readonly on: LocalDate;
}

/** The one card of a child, valid from the birth on. */
export function childCard({ child, personalIdentificationNumber }: BirthRecord, issue: Issue): HealthCard {
  const { name, sex, birthDate } = child;
  const { on, dossierCode, cardNumber, office } = issue;
  return {
    ...{ personalIdentificationNumber, cardNumber, office, name, sex, birthDate, dossierCode },
    group: 'child',
    issuedOn: on,
    validFrom: birthDate,
    validTo: childCardValidTo(birthDate),
    state: 'active',
    events: [{ event: 'issued', on, reference: dossierCode }],
  };
}

/** The same card with the corrected data; nobody gets a second one (O §4.5). */
export function corrected(card: HealthCard, { birth, correctedOn, decisionNumber }: BirthCorrectedV1): HealthCard {
  const { name, sex, birthDate } = birth.child;
  const validity = card.group === 'child' ? { validFrom: birthDate, validTo: childCardValidTo(birthDate) } : {};
  const event = { event: 'corrected', on: correctedOn, reference: decisionNumber } as const;
  return { ...card, name, sex, birthDate, ...validity, events: [...card.events, event] };
}

/** The card goes on under the new personal number with the number that it has. */
export function renumbered(
  card: HealthCard,
  correction: BirthCorrectedV1,
): readonly [old: HealthCard, now: HealthCard] {
  const event = { event: 'renumbered', on: correction.correctedOn, reference: correction.decisionNumber } as const;
  return [
    { ...card, state: 'renumbered', events: [...card.events, event] },
    {
      ...corrected(card, correction),
      personalIdentificationNumber: correction.birth.personalIdentificationNumber,
    },
  ];
}

export function stopped(card: HealthCard, on: LocalDate, dossierCode: string): HealthCard {
  const events = [...card.events, { event: 'stopped', on, reference: dossierCode } as const];
  return { ...card, state: 'stopped', stoppedBy: dossierCode, events };
}

/** The reverse of `stopped`, for the chain that stopped it and no other (O §4.6 DeathRevoked). */
export function restored(card: HealthCard, dossierCode: string, on: LocalDate): HealthCard {
  if (card.state !== 'stopped' || card.stoppedBy !== dossierCode) return card;
  const events = [...card.events, { event: 'restored', on, reference: dossierCode } as const];
  return { ...card, state: 'active', stoppedBy: undefined, events };
}
