import { communeOn, officeById, officeByTaxOfficeCode, officeNameOn } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import type { SlipHouse, SlipLand, SlipPerson, TransferSlipSheet } from '@lienthong/papers';
import type { PrintableBuilding, PrintableLand, PrintablePerson, PrintableSlip } from './printable-slip.state';
import { changeKindWords, claimGroundWords, personKindWords, purposeWords, revenueWords, submissionKindWords } from './print-words.data'; // prettier-ignore

/** What is printed beside the slip itself; a draft has no signature, and its day is not printed. */
export interface SlipPrint {
  readonly office: string;
  readonly on: LocalDate;
  readonly place: string;
  /** Number of the slip in whose place it comes. */
  readonly replacedNumber?: string;
  readonly signature?: { readonly name: string; readonly signedAt: string };
}

/** The slip as the paper form has it; what a slip does not say stays empty there. */
export function slipSheet(
  slip: PrintableSlip,
  { office, on, place, replacedNumber, signature }: SlipPrint,
): TransferSlipSheet {
  const sender = officeById('land-registry', office, on);
  const taxOffice = officeByTaxOfficeCode(slip.taxOfficeCode, on);
  return {
    number: slip.slipNumber,
    date: on,
    place,
    isSigned: signature !== undefined,
    sender: { name: sender ? officeNameOn(sender, on) : slip.senderOfficeCode, code: slip.senderOfficeCode },
    taxOffice: { name: taxOffice ? officeNameOn(taxOffice, on) : 'Cơ quan thuế', code: slip.taxOfficeCode },
    submission: slip.submission,
    submissionKind: said(submissionKindWords, slip.submissionKind),
    ...(slip.replacesSlipId !== undefined && { replaces: replacedNumber ?? slip.replacesSlipId }),
    dossier: {
      code: slip.dossierCode,
      procedure: [slip.procedure, slip.procedureName].filter((part) => part !== undefined).join(' '),
      changeKind: said(changeKindWords, slip.changeKind),
      receivedAt: slip.receivedAt,
      completeAt: slip.completeAt,
    },
    sides: sidesOf(slip),
    land: slip.parcels.map((parcel) => landOf(parcel, on)),
    houses: (slip.buildings ?? []).map((building) => houseOf(building, on)),
    certificate: slip.certificate,
    ...contractOf(slip),
    revenues: slip.revenues.map((revenue) => said(revenueWords, revenue)),
    ...claimsOf(slip),
    attachments: slip.attachments ?? [],
    ...(signature && { signer: signature }),
  };
}

function sidesOf({ sellers, buyers }: PrintableSlip): TransferSlipSheet['sides'] {
  const onlyUsers = sellers.length === 0;
  return [
    ...(onlyUsers ? [] : [{ heading: 'Bên chuyển quyền', persons: sellers.map(personOf) }]),
    { heading: onlyUsers ? 'Người sử dụng đất' : 'Bên nhận quyền', persons: buyers.map(personOf) },
  ];
}

function personOf(person: PrintablePerson): SlipPerson {
  const { name, kind, personalIdentificationNumber: number, identityDocument: idPaper, address, representative } = person; // prettier-ignore
  const { taxCode, birthDate, phone, email, share } = person;
  return {
    name,
    kind: said(personKindWords, kind ?? 'individual'),
    share,
    ...(number !== undefined && { number }),
    ...(taxCode !== undefined && { taxCode }),
    ...(birthDate !== undefined && { birthDate }),
    ...(idPaper && { idPaper }),
    ...(address && { address: address.text }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(representative && { representative: representative.name }),
  };
}

function landOf(parcel: PrintableLand, on: LocalDate): SlipLand {
  const { address, origin, privateAreaSquareMetres, sharedAreaSquareMetres } = parcel;
  const communeName = communeOn(parcel.communeCode, on)?.name;
  const origins = origin ?? parcel.purposes?.find((purpose) => purpose.origin !== undefined)?.origin;
  return {
    mapSheet: parcel.mapSheet,
    parcelNumber: parcel.parcelNumber,
    position: positionOf(parcel),
    areaSquareMetres: parcel.areaSquareMetres,
    purpose: purposesOf(parcel),
    prices: parcel.priceRows,
    ...(address !== undefined && { address }),
    ...(communeName !== undefined && { communeName }),
    ...(privateAreaSquareMetres !== undefined && { privateSquareMetres: privateAreaSquareMetres }),
    ...(sharedAreaSquareMetres !== undefined && { sharedSquareMetres: sharedAreaSquareMetres }),
    ...(origins !== undefined && { origin: origins }),
    ...termOf(parcel),
  };
}

function positionOf({ street, section, positionClass, position }: PrintableLand): string {
  const parts = [street, section, positionClass && `vị trí ${positionClass}`].filter((part) => part !== undefined);
  return parts.length === 0 ? position : parts.join(', ');
}

function purposesOf({ purpose, purposes = [], formerUse }: PrintableLand): string {
  const word = purposeName;
  if (formerUse) return `${word(purpose)}, trước khi chuyển: ${word(formerUse.purpose)}`;
  if (purposes.length <= 1) return word(purpose);
  return purposes.map((one) => `${word(one.purpose)} ${one.areaSquareMetres.replace('.', ',')} m²`).join('; ');
}

/** What the slip says and nothing else: a term that it does not state is an empty place. */
function termOf({ longTerm, until, purposes = [] }: PrintableLand): { readonly term?: string } {
  if (longTerm === true) return { term: 'Lâu dài' };
  if (until !== undefined) return { term: untilDay(until) };
  const terms = purposes.flatMap(({ purpose, until: last }) => {
    if (last === undefined) return [];
    return purposes.length === 1 ? [untilDay(last)] : [`${purposeName(purpose)} ${untilDay(last)}`];
  });
  return terms.length === 0 ? {} : { term: terms.join('; ') };
}

function untilDay(day: LocalDate): string {
  return `đến ngày ${day.split('-').reverse().join('/')}`;
}

function purposeName(code: string): string {
  return purposeWords[code] === undefined ? code : `${purposeWords[code]} (${code})`;
}

function houseOf(building: PrintableBuilding, on: LocalDate): SlipHouse {
  const { kind, grade, floors, builtAreaSquareMetres, floorAreaSquareMetres, completedYear, qualityPercent } = building;
  const price = building.priceRows.find(({ from, to }) => from <= on && (to === undefined || on <= to));
  return {
    kind,
    floorSquareMetres: floorAreaSquareMetres,
    qualityPercent: String(qualityPercent),
    ...(grade !== undefined && { grade }),
    ...(floors !== undefined && { floors: String(floors) }),
    ...(builtAreaSquareMetres !== undefined && { builtSquareMetres: builtAreaSquareMetres }),
    ...(completedYear !== undefined && { finishedYear: String(completedYear) }),
    ...(price && { unitPriceDong: price.pricePerSquareMetreDong }),
  };
}

function contractOf({ contract }: PrintableSlip): Pick<TransferSlipSheet, 'contract'> {
  if (!contract) return {};
  const { buildingDong, ...rest } = contract;
  return { contract: { ...rest, ...(buildingDong !== undefined && { houseDong: buildingDong }) } };
}

function claimsOf({
  claims = [],
  deferrals = [],
  deductions = [],
}: PrintableSlip): Pick<TransferSlipSheet, 'exemptions' | 'deferrals' | 'deductions'> {
  return {
    exemptions: claims.map(({ revenue, ground, person, basis, areaSquareMetres, reductionPercent, heldSince }) => ({
      revenue: said(revenueWords, revenue),
      person,
      ground: [said(claimGroundWords, ground), basis].filter((part) => part !== undefined).join(', '),
      ...(areaSquareMetres !== undefined && { areaSquareMetres }),
      ...(reductionPercent !== undefined && { rate: `${reductionPercent}/100` }),
      ...(heldSince !== undefined && { since: heldSince }),
    })),
    deductions,
    deferrals: deferrals.map(({ revenue, person, basis }) => ({
      kind: said(revenueWords, revenue),
      person,
      ground: basis,
    })),
  };
}

function said(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
