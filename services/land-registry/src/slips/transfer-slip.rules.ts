import { officeById, officeFor, type SlipParcel, unitCodeOn } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { registeringDate } from '../dossiers/check-dossier.rules';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { landErrors } from '../land-registry.errors';

export interface Drafting {
  readonly slipId: string;
  readonly slipNumber: string;
  readonly parcels: readonly SlipParcel[];
  readonly on: LocalDate;
}

/** The slip of a checked dossier and the tax office it goes to: the one in charge of the parcels' commune (R10). */
export function draftSlip(dossier: LandDossier, drafting: Drafting): { slip: SlipDraft; taxOffice: string } {
  const { content, dossierCode } = dossier;
  const { on, ...drafted } = drafting;
  const taxOffice = taxOfficeOf(dossier, on);
  const { procedure, receivedAt, completeAt, sellers, buyers, certificate, contract } = content;
  const slip: SlipDraft = {
    ...drafted,
    dossierCode,
    submission: 1,
    submissionKind: 'first',
    senderOfficeCode: senderCode(dossier, on),
    taxOfficeCode: taxOffice.code,
    procedure,
    receivedAt,
    completeAt,
    changeKind: 'transfer',
    sellers,
    buyers,
    certificate,
    contract,
    revenues: ['personal-income-tax', 'registration-fee'],
    registeredOn: registeringDate(content),
  };
  return { slip, taxOffice: taxOffice.id };
}

function taxOfficeOf({ content }: LandDossier, on: LocalDate): { readonly id: string; readonly code: string } {
  const communeCode = content.parcels[0]?.communeCode ?? '';
  const office = officeFor('tax', communeCode, on);
  if (!office?.taxOfficeCode) throw landErrors.OFFICE_UNKNOWN({ member: 'tax', communeCode, on });
  return { id: office.id, code: office.taxOfficeCode };
}

function senderCode({ office: id, content }: LandDossier, on: LocalDate): string {
  const office = officeById('land-registry', id, on);
  if (office) return unitCodeOn(office, on);
  const communeCode = content.parcels[0]?.communeCode ?? '';
  throw landErrors.OFFICE_UNKNOWN({ member: 'land-registry', communeCode, on });
}
