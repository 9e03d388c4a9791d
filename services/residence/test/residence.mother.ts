import {
  BirthCorrectedV1,
  type BirthRecord,
  DeathRevokedV1,
  type Deceased,
  OpinionAskedV1,
  PapersForwardedV1,
  ResidenceDeregistrationRequestedV1,
  ResidenceRequestedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';

export const at = new Date('2026-08-03T10:00:00+07:00');
export const officer = { at, by: 'residence-officer-tran-bien' };
export const byRegistrar = { at, by: 'civil-status/tran-bien' };
export const reception = {
  office: 'tran-bien',
  askedBy: 'tran-bien',
  messageId: '019fc562-94c0-7000-8000-00000000000a',
};

export const requested = messageOf(ResidenceRequestedV1).example;
export const deathTold = messageOf(ResidenceDeregistrationRequestedV1).example;
export const correction = messageOf(BirthCorrectedV1).example;
export const revocation = messageOf(DeathRevokedV1).example;
export const papers = messageOf(PapersForwardedV1).example;
export const question = messageOf(OpinionAskedV1).example;

export function codesOf(row: number): { readonly dossierCode: string; readonly subDossierCode: string } {
  const dossierCode = `H19.91.01-260803-${String(row).padStart(4, '0')}`;
  return { dossierCode, subDossierCode: `${dossierCode}/residence` };
}

/** The request of W's family under another code, for a child with a number of its own. */
export function requestOf(row: number, changes: Partial<ResidenceRequestedV1> = {}): ResidenceRequestedV1 {
  return { ...requested, ...codesOf(row), birth: birthOf(row), ...changes };
}

export function birthOf(row: number): BirthRecord {
  return { ...requested.birth, personalIdentificationNumber: `07532600${String(row).padStart(4, '0')}` };
}

/** The death of a person with a number of the row's own; `residence: undefined` leaves the declared residence out. */
export function deathOf(row: number, changes: Partial<Deceased> = {}): ResidenceDeregistrationRequestedV1 {
  const personalIdentificationNumber = `07504000${String(row).padStart(4, '0')}`;
  const deceased = { ...deathTold.death.deceased, personalIdentificationNumber, ...changes };
  return { ...deathTold, ...codesOf(row), death: { ...deathTold.death, deceased } };
}
