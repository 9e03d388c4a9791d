import { DossierForwardedV1, type SlipLand, type SlipPerson } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { dongText } from '@lienthong/kernel';
import { describeSlipRules } from '@lienthong/testing';
import { parcelOfW2, pricesOfW2, receivedDossier, registerOf, sentSlip, W2 } from '../../test/land-dossier.mother';
import type { SlipDraft } from '../dossiers/land-dossier.state';
import { slipFaults } from './slip-check.rules';
import type { Parcel } from '../parcels/parcel.state';
import type { SlipFacts } from './slip-check.state';
import { draftSlip } from './transfer-slip.rules';

const drafting = { slipId: sentSlip.slipId, slipNumber: '1', parcels: sentSlip.parcels, on: '2026-08-03' };
const { slip: clean } = draftSlip(receivedDossier(), drafting);
const contract = messageOf(DossierForwardedV1).example.contract;
const [land] = clean.parcels as [SlipLand];
const house = {
  communeCode: land.communeCode,
  mapSheet: land.mapSheet,
  parcelNumber: land.parcelNumber,
  kind: 'Nhà ở riêng lẻ',
  floorAreaSquareMetres: '150',
  qualityPercent: 80,
  priceRows: [{ from: '2026-01-01', pricePerSquareMetreDong: dongText(6_500_000n), basis: 'province' as const }],
};

function factsWith(parcel: Partial<Parcel> = {}, lifted: Partial<SlipFacts> = {}): SlipFacts {
  const { parcels, prices } = registerOf([parcelOfW2(parcel)], [pricesOfW2()]);
  return { parcels, prices, filedBuyers: W2.buyers, consents: [], releasedTogether: [], on: '2026-08-03', ...lifted };
}

function codes(change: Partial<SlipDraft>, facts = factsWith()): readonly string[] {
  return slipFaults({ ...clean, ...change }, facts).map(
    ({ path, rule }) => `${path} ${rule.replace('land-registry.SLIP_', '')}`,
  );
}

function seller(change: Partial<SlipPerson>): readonly SlipPerson[] {
  return clean.sellers.map((person) => ({ ...person, ...change }));
}

describe('a slip before it is sent', () => {
  it('has no fault when it is W2', () => {
    expect(codes({})).toEqual([]);
  });

  it('R1: the shares of each side add up to exactly one', () => {
    expect(codes({ buyers: clean.buyers.map((buyer) => ({ ...buyer, share: '1/2' })) })).toEqual([
      'buyers R1_SHARES_NOT_WHOLE',
    ]);
    const thirds = ['1/3', '1/3', '1/3'].map((share) => ({ ...clean.buyers[0]!, share }));
    expect(codes({ buyers: thirds })).toEqual([]);
  });

  it('R2: areas by purpose, private and shared, add up to the parcel’s, and the parcel stands once', () => {
    const parts = (a: string, b: string): Partial<SlipDraft> => ({
      parcels: [{ ...land, purposes: [a, b].map((areaSquareMetres) => ({ purpose: 'ODT', areaSquareMetres })) }],
    });
    expect(codes(parts('60', '40'))).toEqual([]);
    expect(codes(parts('60', '40.01'))).toEqual(['parcels[0].areaSquareMetres R2_AREAS_DIFFER']);
    expect(codes({ parcels: [{ ...land, privateAreaSquareMetres: '90' }] })).toEqual([
      'parcels[0].areaSquareMetres R2_AREAS_DIFFER',
    ]);
    expect(codes({ parcels: [land, land] })).toEqual(['parcels[1].areaSquareMetres R2_AREAS_DIFFER']);
  });

  it('R3: the contract is not younger than the filing', () => {
    expect(codes({ contract: { ...contract, effectiveDate: '2026-08-03' } })).toEqual([]);
    expect(codes({ contract: { ...contract, effectiveDate: '2026-08-04' } })).toEqual([
      'contract.effectiveDate R3_DATE_AFTER_FILING',
    ]);
  });

  it('R4: the certificate belongs to the transferor', () => {
    const another = 'parcels[0] R4_CERTIFICATE_OF_ANOTHER';
    expect(codes({ sellers: clean.buyers })).toEqual([another]);
    expect(codes({ certificate: { ...clean.certificate, serial: 'ZZ 1' } })).toEqual([another]);
  });

  it('R5: what blocks the parcel is released, or the holder of the mortgage consents', () => {
    const registeredOn = '2026-01-05';
    const mortgaged = { encumbrances: [{ kind: 'mortgage' as const, registerNumber: 'TC 7', registeredOn }] };
    const owing = { encumbrances: [{ kind: 'deferred-obligation' as const, registerNumber: 'GN 1', registeredOn }] };
    const consent = (registerNumber: string): Partial<SlipFacts> => ({
      consents: [{ registerNumber, documentNumber: '1', signedOn: '2026-08-01' }],
    });
    const attachments = [{ code: 'consent', name: 'dong-y.pdf', sha256: `${'h'.repeat(42)}A`, size: 1 }];
    const blocked = ['parcels[0] R5_PARCEL_BLOCKED'];
    const order = { documentNumber: '7/QĐ', kind: 'distraint' as const, issuedBy: 'THA', issuedOn: '2026-08-03' };
    const entered = { ...order, enteredBy: 'keeper', enteredAt: '2026-08-03T08:00:00+07:00' };
    const lifted = { documentNumber: '8/QĐ', on: '2026-08-03', by: 'keeper', at: '2026-08-03T09:00:00+07:00' };
    expect(codes({}, factsWith({ blockOrders: [entered] }))).toEqual(blocked);
    expect(codes({}, factsWith({ blockOrders: [{ ...entered, lifted }] }))).toEqual([]);
    expect(codes({}, factsWith(mortgaged))).toEqual(blocked);
    expect(codes({}, factsWith(mortgaged, consent('TC 7')))).toEqual([]);
    expect(codes({}, factsWith(mortgaged, { releasedTogether: ['TC 7'] }))).toEqual([]);
    expect(codes({ attachments }, factsWith(mortgaged))).toEqual([]);
    expect(codes({ attachments }, factsWith(owing, consent('GN 1')))).toEqual(blocked);
  });

  it('R6: the price rows are those of the table in force on the days that decide', () => {
    const missing = 'parcels[0].priceRows R6_PRICE_ROW_MISSING';
    const [row] = land.priceRows;
    const cheaper = { ...row!, pricePerSquareMetreDong: dongText(7_999_999n) };
    expect(codes({ parcels: [{ ...land, priceRows: [cheaper] }] })).toEqual([missing, missing]);
    expect(codes({ contract: { ...contract, effectiveDate: '2025-12-15' } })).toEqual([missing]);
  });

  it('R7: each person has an identification number, a tax code or another paper', () => {
    const { personalIdentificationNumber: _none, ...nameless } = clean.buyers[0]!;
    expect(codes({ buyers: [nameless] })).toEqual(['buyers[0] R7_PERSON_UNIDENTIFIED']);
    expect(codes({ buyers: [{ ...nameless, taxCode: '8012345677' }] })).toEqual([]);
    const identityDocument = { kind: 'Hộ chiếu', number: 'P1', issuedOn: '2020-01-01' };
    expect(codes({ buyers: [{ ...nameless, identityDocument }] })).toEqual([]);
  });

  it('R8: a contract that mentions a house has its data on the slip, on one of its parcels', () => {
    const missing = ['buildings R8_BUILDING_MISSING'];
    expect(codes({ contract: { ...contract, includesBuilding: true } })).toEqual(missing);
    expect(codes({ contract: { ...contract, buildingDong: dongText(1n) } })).toEqual(missing);
    expect(codes({ contract: { ...contract, includesBuilding: true }, buildings: [house] })).toEqual([]);
    expect(codes({ buildings: [{ ...house, parcelNumber: '9' }] })).toEqual(['buildings[0] R8_BUILDING_MISSING']);
  });

  it.each([
    ['2026-08-03', ['claims[0] R9_SOLE_HOME_TOO_SHORT']],
    ['2026-08-05', []],
  ])('R9, W11: an only home with a certificate of 03/02/2026 and a contract of %s', (effectiveDate, expected) => {
    const claims = [
      { revenue: 'personal-income-tax' as const, ground: 'sole-home' as const, person: '1', heldSince: '2026-02-03' },
    ];
    const filed = '2026-08-05T09:10:00+07:00';
    const days = { receivedAt: filed, completeAt: filed, registeredOn: '2026-08-05' };
    const later = { ...days, contract: { ...contract, effectiveDate } };
    expect(codes({ ...later, claims })).toEqual(expected);
  });

  it('R10: the tax office is in charge of the commune of every parcel', () => {
    expect(codes({ taxOfficeCode: '9000025' })).toEqual(['parcels[0].communeCode R10_TAX_OFFICE_WRONG']);
  });

  it('R11: the procedure allows the kind of change', () => {
    expect(codes({ changeKind: 'gift' })).toEqual([]);
    expect(codes({ changeKind: 'extension' })).toEqual(['changeKind R11_KIND_NOT_ALLOWED']);
  });

  it('needs the contract of a transfer, not of an inheritance, and prices in parts that add up (corrections k)', () => {
    const { contract: _none, ...without } = clean;
    expect(slipFaults(without, factsWith()).map(({ rule }) => rule)).toEqual(['land-registry.SLIP_CONTRACT_MISSING']);
    expect(slipFaults({ ...without, changeKind: 'inheritance' }, factsWith())).toEqual([]);
    const parts = { landDong: dongText(300_000_000n), buildingDong: dongText(100_000_000n) };
    expect(codes({ contract: { ...contract, ...parts }, buildings: [house] })).toEqual([
      'contract.totalDong PRICE_PARTS_DIFFER',
    ]);
  });

  it('names no buyer who is not in the papers, and leaves none of them out; a name or a number may be mended', () => {
    const [buyer] = clean.buyers as [SlipPerson];
    const stranger = { ...buyer, name: 'Người Lạ', personalIdentificationNumber: '075199000009' };
    const halves = [buyer, stranger].map((person) => ({ ...person, share: '1/2' }));
    expect(codes({ buyers: halves })).toEqual(['buyers[1] BUYER_NOT_IN_PAPERS']);
    expect(codes({ buyers: [stranger] })).toEqual(['buyers[0] BUYER_NOT_IN_PAPERS', 'buyers BUYER_LEFT_OUT']);
    expect(codes({ buyers: [{ ...buyer, name: 'Tên viết lại' }] })).toEqual([]);
    expect(codes({ buyers: [{ ...buyer, personalIdentificationNumber: '075199000009' }] })).toEqual([]);
    const both = factsWith({}, { filedBuyers: [...W2.buyers, { ...W2.buyers[0]!, ...stranger }] });
    expect(codes({}, both)).toEqual(['buyers BUYER_LEFT_OUT']);
  });

  it('R1 to R11: says every fault at once, in Vietnamese and English', () => {
    const faults = slipFaults(
      {
        ...clean,
        sellers: seller({ share: '1/2' }),
        contract: { ...contract, effectiveDate: '2026-08-04', includesBuilding: true },
        changeKind: 'split-or-merge',
        taxOfficeCode: '9000025',
      },
      factsWith({ areaSquareMetres: '99' }),
    );
    expect(faults.map(({ rule }) => /R\d+/.exec(rule)?.[0])).toEqual(['R1', 'R2', 'R3', 'R4', 'R8', 'R10', 'R11']);
    expect(faults[0]).toMatchObject({
      message: expect.stringContaining('add up to 1/2') as string,
      messageVi: expect.stringContaining('phải bằng 1') as string,
    });
  });
});

/** The tax office's name of the rule that a code of the land office stands for. */
const RULE_OF: Readonly<Record<string, string>> = {
  DATE_BEFORE_FILING: 'R3',
  REVENUE_MISSING: 'R11',
  FORMER_USE_WRONG: 'R11',
  CONTRACT_MISSING: 'HOP-DONG',
  PRICE_PARTS_DIFFER: 'HOP-DONG',
};

describeSlipRules('land registration office', ({ signature: _signature, ...slip }) =>
  slipFaults(slip, factsWith()).map(({ rule }) => {
    const code = rule.replace('land-registry.SLIP_', '');
    return RULE_OF[code] ?? /^R\d+/.exec(code)?.[0] ?? code;
  }),
);
