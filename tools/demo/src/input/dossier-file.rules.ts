import { communeOn, officeFor, type Party, type PriceRow } from '@lienthong/contracts';
import {
  addDays,
  Fraction,
  isLocalDate,
  isPersonalNumber,
  type LocalDate,
  personalNumberFacts,
} from '@lienthong/kernel';
import { claimFaults } from '@lienthong/procedures';
import type { DossierFile } from './dossier-file';
import type { InputFault } from './fault';

const ONE = Fraction.of(1n);
/** First day of the dated rates that the tax office knows. */
const FIRST_RATE: LocalDate = '2015-01-01';
/** Only to tell amounts that are next to nothing; the tax office computes. */
const INCOME_TAX = Fraction.of(2n, 100n);
const REGISTRATION_FEE = Fraction.of(5n, 1000n);

type Check = (file: DossierFile, businessDate: LocalDate) => InputFault[];

/** What the fields alone do not tell: how they fit each other, the day of the run and the reference data. */
const checks: readonly Check[] = [
  ({ sellers }) => sharesFaults('sellers', sellers),
  ({ buyers }) => sharesFaults('buyers', buyers),
  ({ sellers }) => personFaults('sellers', sellers),
  ({ buyers }) => personFaults('buyers', buyers),
  personsTwice,
  dateFaults,
  placeFaults,
  priceRowFaults,
  priceCoverFaults,
  amountFaults,
  claimsOfOthers,
];

/** Every fault of a file whose fields are each of the right form. */
export function dossierFaults(file: DossierFile, businessDate: LocalDate): InputFault[] {
  return checks.flatMap((check) => check(file, businessDate));
}

/** The same for a file with wrong fields: a check that trips over one of them is left out. */
export function dossierFaultsBesideWrongFields(data: unknown, businessDate: LocalDate): InputFault[] {
  return checks.flatMap((check) => {
    try {
      return check(data as DossierFile, businessDate);
    } catch {
      return [];
    }
  });
}

function sharesFaults(side: string, parties: readonly Party[]): InputFault[] {
  const sum = parties.reduce((all, { share }) => all.plus(Fraction.parse(share)), Fraction.of(0n));
  return sum.equals(ONE) ? [] : [{ path: side, message: `the shares add up to ${sum.toString()}, not to 1` }];
}

function personFaults(side: string, parties: readonly Party[]): InputFault[] {
  return parties.flatMap(({ personalIdentificationNumber, birthDate, sex }, index) => {
    if (!isPersonalNumber(personalIdentificationNumber) || !isLocalDate(birthDate)) return [];
    const facts = personalNumberFacts(personalIdentificationNumber);
    const path = `${side}[${index}].personalIdentificationNumber`;
    const faults: InputFault[] = [];
    if (facts.sex !== sex) faults.push({ path, message: `digit 4 says ${facts.sex}, the field sex says ${sex}` });
    if (facts.birthYear !== Number(birthDate.slice(0, 4))) {
      faults.push({ path, message: `digits 4 to 6 say born in ${facts.birthYear}, birthDate says ${birthDate}` });
    }
    return faults;
  });
}

function personsTwice({ sellers, buyers }: DossierFile): InputFault[] {
  const seen = new Map<string, string>();
  const faults: InputFault[] = [];
  for (const [side, parties] of [
    ['sellers', sellers],
    ['buyers', buyers],
  ] as const) {
    parties.forEach(({ personalIdentificationNumber }, index) => {
      const path = `${side}[${index}].personalIdentificationNumber`;
      const before = seen.get(personalIdentificationNumber);
      if (before) faults.push({ path, message: `is the number of ${before} as well` });
      else seen.set(personalIdentificationNumber, `${side}[${index}]`);
    });
  }
  return faults;
}

function dateFaults({ contract, certificate, sellers, buyers }: DossierFile, businessDate: LocalDate): InputFault[] {
  const dates: readonly (readonly [path: string, date: LocalDate])[] = [
    ['contract.effectiveDate', contract.effectiveDate],
    ['certificate.issuedOn', certificate.issuedOn],
    ...sellers.map(({ birthDate }, index) => [`sellers[${index}].birthDate`, birthDate] as const),
    ...buyers.map(({ birthDate }, index) => [`buyers[${index}].birthDate`, birthDate] as const),
  ];
  const early = contract.effectiveDate < FIRST_RATE;
  return [
    ...dates
      .filter(([, date]) => date > businessDate)
      .map(([path, date]) => ({ path, message: `${date} lies after the business date ${businessDate}` })),
    ...(early
      ? [{ path: 'contract.effectiveDate', message: `no rate of the income tax is known before ${FIRST_RATE}` }]
      : []),
  ];
}

/** A person whose share of an amount is less than 1 đồng would get a notice over nothing. */
function amountFaults(file: DossierFile): InputFault[] {
  const { contract, priceRows, parcels, sellers, buyers } = file;
  const cheapest =
    priceRows.map((row) => BigInt(row.pricePerSquareMetreDong)).sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n;
  const area = parcels.reduce((sum, parcel) => sum.plus(Fraction.parse(parcel.areaSquareMetres)), Fraction.of(0n));
  const table = area.times(Fraction.of(cheapest));
  const price = Fraction.of(BigInt(contract.totalDong));
  const base = isSale(file) && price.compare(table) > 0 ? price : table;
  const tooSmall = (side: string, persons: readonly Party[], rate: Fraction): InputFault[] =>
    persons.flatMap(({ share }, index) =>
      base.times(rate).times(Fraction.parse(share)).compare(ONE) < 0
        ? [{ path: `${side}[${index}].share`, message: 'the amount of this share would be less than 1 đồng' }]
        : [],
    );
  return [
    ...(isSale(file) ? tooSmall('sellers', sellers, INCOME_TAX) : []),
    ...tooSmall('buyers', buyers, REGISTRATION_FEE),
  ];
}

/** What is inherited or given has no price: the table at registering decides (L §3.2). */
function isSale({ changeKind = 'transfer' }: DossierFile): boolean {
  return changeKind === 'transfer';
}

const claimTexts: Readonly<Record<string, string>> = {
  party: 'is the number of nobody in the file',
  X1: 'must be the number of somebody on the other side',
  required: 'is needed by the ground of the claim',
};

function claimsOfOthers(file: DossierFile): InputFault[] {
  return claimFaults(file).map(({ path, rule, message }) => ({ path, message: claimTexts[rule] ?? message }));
}

function placeFaults({ parcels }: DossierFile, businessDate: LocalDate): InputFault[] {
  const faults: InputFault[] = [];
  const offices = new Map<string, string>();
  const seen = new Set<string>();
  parcels.forEach(({ communeCode, mapSheet, parcelNumber }, index) => {
    const path = `parcels[${index}]`;
    const office = officeFor('land-registry', communeCode, businessDate);
    if (!communeOn(communeCode, businessDate)) {
      faults.push({
        path: `${path}.communeCode`,
        message: `${communeCode} is no commune of the province on ${businessDate}`,
      });
    } else if (!office) {
      faults.push({
        path: `${path}.communeCode`,
        message: `no land registration office answers for ${communeCode} on ${businessDate}`,
      });
    } else if (offices.size === 0 || offices.has(office.id)) offices.set(office.id, path);
    else {
      const [other] = offices;
      faults.push({
        path: `${path}.communeCode`,
        message: `belongs to ${office.name}, but ${other?.[1]} to another office; one dossier has one office`,
      });
    }
    const key = [communeCode, mapSheet, parcelNumber].join('|');
    if (seen.has(key)) faults.push({ path, message: 'is the same parcel as one before it' });
    seen.add(key);
  });
  return faults;
}

function priceRowFaults({ priceRows }: DossierFile): InputFault[] {
  return priceRows.flatMap((row, index) => {
    const path = `priceRows[${index}]`;
    const faults: InputFault[] = [];
    if (row.to !== undefined && row.to < row.from) faults.push({ path: `${path}.to`, message: 'lies before from' });
    if (/^0+$/.test(row.pricePerSquareMetreDong)) {
      faults.push({ path: `${path}.pricePerSquareMetreDong`, message: 'must be more than 0 đồng' });
    }
    const before = priceRows.slice(0, index).findIndex((other) => overlap(row, other));
    if (before >= 0) faults.push({ path, message: `overlaps priceRows[${before}]` });
    return faults;
  });
}

/** Income tax takes the row of the contract's day (of registering, when the buyer pays it or nobody pays a price); the fee that of the business day. */
function priceCoverFaults(file: DossierFile, businessDate: LocalDate): InputFault[] {
  const { priceRows, contract } = file;
  const needed: [day: LocalDate, why: string][] = [
    [businessDate, 'the business date, which the registration fee takes'],
  ];
  if (isSale(file) && !contract.buyerPaysSellersTax && contract.effectiveDate !== businessDate) {
    needed.unshift([contract.effectiveDate, "the contract's effective date, which income tax takes"]);
  }
  return needed
    .filter(([day]) => !priceRows.some((row) => covers(row, day)))
    .map(([day, why]) => ({ path: 'priceRows', message: `no row covers ${day}, ${why}` }));
}

function covers({ from, to }: PriceRow, day: LocalDate): boolean {
  return from <= day && (to === undefined || day <= to);
}

function overlap(one: PriceRow, other: PriceRow): boolean {
  return one.from < dayAfterEnd(other) && other.from < dayAfterEnd(one);
}

function dayAfterEnd({ to }: PriceRow): LocalDate {
  return to === undefined ? '2999-12-31' : addDays(to, 1);
}
