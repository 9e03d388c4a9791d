import type { Party, SlipClaim } from '@lienthong/contracts';
import type { DossierFile } from './dossier-file';

const SERIAL_LENGTH = 20;
const PERSON_RANGE = 1_000_000;

/** Which dossier of which run: `tag` keeps apart the runs on one stack, empty on a fresh one. */
export interface Variation {
  readonly index: number;
  readonly tag: string;
}

/** The same change of owner with its own parcels, certificate and persons; shares, areas, prices and sex and year of birth stay. */
export function deriveDossier(file: DossierFile, { index, tag }: Variation): DossierFile {
  const mark = `${tag}${index}`;
  const persons = [...file.sellers, ...file.buyers];
  const derived = persons.map((party, at) => derivePerson(party, { index, tag }, at));
  const numbers = new Map(persons.map((party, at) => [numberOf(party), numberOf(derived[at] ?? party)]));
  return {
    ...file,
    sellers: derived.slice(0, file.sellers.length),
    buyers: derived.slice(file.sellers.length),
    ...(file.claims && { claims: file.claims.map((claim) => ofDerived(claim, numbers)) }),
    parcels: file.parcels.map((parcel, at) => ({
      ...parcel,
      parcelNumber: marked(parcel.parcelNumber, at === 0 ? mark : `${mark}.${at}`),
    })),
    contract: { ...file.contract, number: `${file.contract.number.slice(0, 50 - mark.length - 1)}.${mark}` },
    certificate: { ...file.certificate, serial: marked(file.certificate.serial, mark) },
  };
}

function numberOf({ personalIdentificationNumber }: Party): string {
  return personalIdentificationNumber;
}

function ofDerived(claim: SlipClaim, numbers: ReadonlyMap<string, string>): SlipClaim {
  const { person, relative } = claim;
  const derived = (number: string): string => numbers.get(number) ?? number;
  return { ...claim, person: derived(person), ...(relative !== undefined && { relative: derived(relative) }) };
}

function marked(text: string, mark: string): string {
  return `${text.slice(0, SERIAL_LENGTH - mark.length - 1)}.${mark}`;
}

function derivePerson(party: Party, { index, tag }: Variation, place: number): Party {
  const number = party.personalIdentificationNumber;
  // 17 and 1,000,000 have no common divisor, so no two persons of a run get one number
  const last = (parseInt(tag || '0', 36) * 7_919 + (index * 100 + place) * 17) % PERSON_RANGE;
  return {
    ...party,
    name: `${party.name.slice(0, 110)} ${index}`,
    personalIdentificationNumber: `${number.slice(0, 6)}${String(last).padStart(6, '0')}`,
  };
}
