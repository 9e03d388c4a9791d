import {
  DeathRevokedV1,
  type Deceased,
  FuneralAllowancePaidV1,
  FuneralAllowanceToldV1,
  type FuneralClaim,
  FuneralSupportRequestedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { dongText } from '@lienthong/kernel';

export const at = new Date('2026-08-03T10:00:00+07:00');
export const byRegistrar = { at, by: 'civil-status/tran-bien' };
export const reception = {
  office: 'tran-bien',
  askedBy: 'tran-bien',
  messageId: '019fc562-94c0-7000-8000-00000000000a',
};

export const requested = messageOf(FuneralSupportRequestedV1).example;
export const revocation = messageOf(DeathRevokedV1).example;
const told = messageOf(FuneralAllowanceToldV1).example;
const paid = messageOf(FuneralAllowancePaidV1).example;

export function codesOf(row: number): { readonly dossierCode: string; readonly subDossierCode: string } {
  const dossierCode = `H19.91.01-260803-${String(row).padStart(4, '0')}`;
  return { dossierCode, subDossierCode: `${dossierCode}/funeral` };
}

/** A claim about a deceased person of the row's own. */
export function claimOf(
  row: number,
  about: { readonly deceased?: Partial<Deceased>; readonly claim?: Partial<FuneralClaim> } = {},
): FuneralSupportRequestedV1 {
  const personalIdentificationNumber = `07504000${String(row).padStart(4, '0')}`;
  const name = `${requested.death.deceased.name} ${row}`;
  const deceased = { ...requested.death.deceased, name, personalIdentificationNumber, ...about.deceased };
  const death = { ...requested.death, deceased };
  return { ...requested, ...codesOf(row), death, claim: { ...requested.claim, ...about.claim } };
}

/** What social insurance answers to the claim of a row: nothing, or an amount, or that it has paid. */
export function toldOf(row: number, amountDong?: bigint, paidOn?: string): FuneralAllowanceToldV1 {
  const { personalIdentificationNumber } = told;
  if (amountDong === undefined) return { ...codesOf(row), personalIdentificationNumber, entitled: false };
  const answer = { entitled: true, amountDong: dongText(amountDong), ...(paidOn === undefined ? {} : { paidOn }) };
  return { ...codesOf(row), personalIdentificationNumber, ...answer };
}

export function paidOf(row: number): FuneralAllowancePaidV1 {
  return { ...paid, ...codesOf(row) };
}
