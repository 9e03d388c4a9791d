import {
  BenefitsStopRequestedV1,
  BirthCorrectedV1,
  type BirthRecord,
  DeathRevokedV1,
  FuneralAllowanceAskedV1,
  HealthCardRequestedV1,
  PapersForwardedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';

export const at = new Date('2026-08-03T10:00:00+07:00');
export const officer = { at, by: 'insurance-officer-bien-hoa' };
export const byRegistrar = { at, by: 'civil-status/tran-bien' };
export const reception = {
  office: 'bien-hoa',
  askedBy: 'tran-bien',
  messageId: '019fc562-94c0-7000-8000-00000000000a',
};

export const requested = messageOf(HealthCardRequestedV1).example;
export const correction = messageOf(BirthCorrectedV1).example;
export const papers = messageOf(PapersForwardedV1).example;
export const revocation = messageOf(DeathRevokedV1).example;
const stopWanted = messageOf(BenefitsStopRequestedV1).example;
const allowanceAsked = messageOf(FuneralAllowanceAskedV1).example;

export function codesOf(
  row: number,
  branch: string,
): { readonly dossierCode: string; readonly subDossierCode: string } {
  const dossierCode = `H19.91.01-260803-${String(row).padStart(4, '0')}`;
  return { dossierCode, subDossierCode: `${dossierCode}/${branch}` };
}

export function birthOf(row: number, birthDate = '2026-07-20'): BirthRecord {
  const personalIdentificationNumber = `07532600${String(row).padStart(4, '0')}`;
  return { ...requested.birth, personalIdentificationNumber, child: { ...requested.birth.child, birthDate } };
}

export function requestOf(row: number, changes: Partial<HealthCardRequestedV1> = {}): HealthCardRequestedV1 {
  return { ...requested, ...codesOf(row, 'health-card'), birth: birthOf(row), ...changes };
}

export function numberOfDeceased(row: number): string {
  return `07504000${String(row).padStart(4, '0')}`;
}

/** The death of a person with a number of the row's own, or with none. */
export function deathOf(
  row: number,
  personalIdentificationNumber: string | undefined = numberOfDeceased(row),
): BenefitsStopRequestedV1 {
  const { entry, deceased } = stopWanted.death;
  const death = { entry, deceased: { ...deceased, personalIdentificationNumber } };
  return { ...stopWanted, ...codesOf(row, 'benefits'), death };
}

export function withoutNumber(row: number): BenefitsStopRequestedV1 {
  const { personalIdentificationNumber: _none, ...deceased } = stopWanted.death.deceased;
  return { ...stopWanted, ...codesOf(row, 'benefits'), death: { ...stopWanted.death, deceased } };
}

export function questionOf(row: number, about = row): FuneralAllowanceAskedV1 {
  return { ...allowanceAsked, ...codesOf(row, 'funeral'), personalIdentificationNumber: numberOfDeceased(about) };
}
