import {
  type Certificate,
  officeById,
  officeFor,
  officeNameOn,
  SLIP_CHANGE_KINDS,
  type SlipChangeKind,
  type SlipLand,
  unitCodeOn,
} from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { findProcedure } from '@lienthong/procedures';
import { registeringDate } from '../dossiers/check-dossier.rules';
import { changeKindOf } from '../dossiers/land-dossier.rules';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { landErrors } from '../land-registry.errors';
import { revenuesOfChange } from './slip-law.data';

export interface Drafting {
  readonly slipId: string;
  readonly slipNumber: string;
  readonly parcels: readonly SlipLand[];
  readonly on: LocalDate;
  /** The certificate as the register has it: what the papers do not say of it is filled from there. */
  readonly certificate?: Certificate | undefined;
}

/** The slip of a checked dossier and the tax office it goes to: the one in charge of the parcels' commune (R10). */
export function draftSlip(dossier: LandDossier, drafting: Drafting): { slip: SlipDraft; taxOffice: string } {
  const { content, dossierCode } = dossier;
  const { on, certificate: registered, ...drafted } = drafting;
  const taxOffice = taxOfficeOf(content.parcels, on);
  const { procedure, receivedAt, completeAt, sellers, buyers, certificate, contract, claims } = content;
  const changeKind = slipKindOf(dossier);
  const isConveyance = changeKind !== 'purpose-change';
  const slip: SlipDraft = {
    ...drafted,
    dossierCode,
    submission: 1,
    submissionKind: 'first',
    ...senderOf(dossier, on),
    taxOfficeCode: taxOffice.code,
    taxOfficeName: taxOffice.name,
    procedure,
    ...procedureNameOf(procedure),
    receivedAt,
    completeAt,
    changeKind,
    // Where the land is only used in another way nobody gives it away.
    sellers: isConveyance ? sellers : [],
    buyers,
    certificate: { ...registered, ...certificate },
    // What is inherited passes by law, not by contract.
    ...(isConveyance && changeKind !== 'inheritance' && { contract }),
    ...(claims && { claims }),
    revenues: revenuesOfChange[changeKind] ?? [],
    registeredOn: registeringDate(content),
  };
  return { slip, taxOffice: taxOffice.id };
}

export interface TaxOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The tax office in charge of the first parcel's commune; R10 sees whether it is that of all. */
export function taxOfficeOf(parcels: readonly { readonly communeCode: string }[], on: LocalDate): TaxOffice {
  const communeCode = parcels[0]?.communeCode ?? '';
  const office = officeFor('tax', communeCode, on);
  if (!office?.taxOfficeCode) throw landErrors.OFFICE_UNKNOWN({ member: 'tax', communeCode, on });
  return { id: office.id, code: office.taxOfficeCode, name: officeNameOn(office, on) };
}

/** What changes, in the words of a slip. @throws land-registry.SLIP_NOT_FOR_KIND where nothing of the kind goes to the tax office */
function slipKindOf(dossier: LandDossier): SlipChangeKind {
  const changeKind = changeKindOf(dossier);
  const kind = SLIP_CHANGE_KINDS.find((known) => known === changeKind);
  if (!kind) throw landErrors.SLIP_NOT_FOR_KIND({ changeKind });
  return kind;
}

function senderOf(
  { office: id, content }: LandDossier,
  on: LocalDate,
): Pick<SlipDraft, 'senderOfficeCode' | 'senderOfficeName'> {
  const office = officeById('land-registry', id, on);
  const communeCode = content.parcels[0]?.communeCode ?? '';
  if (!office) throw landErrors.OFFICE_UNKNOWN({ member: 'land-registry', communeCode, on });
  return { senderOfficeCode: unitCodeOn(office, on), senderOfficeName: officeNameOn(office, on) };
}

function procedureNameOf(code: string): Pick<SlipDraft, 'procedureName'> {
  const name = findProcedure(code)?.name.vi;
  return name === undefined ? {} : { procedureName: name };
}
