import { join } from 'node:path';
import { repositoryRoot } from '../../../local-infra/src';
import { landScenarios } from '../land/scenarios.data';
import { WrongInput } from './fault';
import { businessDateOf, checkDossier, readDossierFile } from './read-dossier-file';
import { w2File } from './w2-file.mother';

const MONDAY = '2026-08-03';

function faultsOf(data: unknown, businessDate = MONDAY): Record<string, string> {
  try {
    checkDossier(data, businessDate);
    return {};
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    return Object.fromEntries(error.faults.map(({ path, message }) => [path, message]));
  }
}

const secondPriceRow = { from: '2026-07-01', pricePerSquareMetreDong: '9000000', decision: 'QĐ 02' };

describe('the data of a dossier', () => {
  it('is right as shipped (W2), with numbers as JSON numbers or as texts', () => {
    const file = checkDossier(w2File(), MONDAY);
    expect(file.contract.totalDong).toBe('500000000');
    expect(file.priceRows[0]?.pricePerSquareMetreDong).toBe('8000000');
    expect(
      checkDossier(w2File({ 'contract.totalDong': '500000000', 'parcels.0.areaSquareMetres': 100 }), MONDAY),
    ).toEqual(file);
  });

  it('takes the coefficient 1 and the seller as tax payer where the file is silent', () => {
    const file = checkDossier(
      w2File({ 'priceRows.0.adjustmentCoefficient': undefined, 'contract.buyerPaysSellersTax': undefined }),
      MONDAY,
    );
    expect(file.priceRows[0]?.adjustmentCoefficient).toBe('1');
    expect(file.contract.buyerPaysSellersTax).toBe(false);
  });

  it('names every wrong field with its path, the ones that do not fit each other as well', () => {
    const faults = faultsOf(
      w2File({
        'sellers.0.share': '1/3',
        'buyers.0.birthDate': '30/09/1988',
        'contract.totalDong': -1,
        'certificate.serial': undefined,
        colour: 'red',
      }),
    );
    expect(Object.keys(faults).sort()).toEqual([
      'buyers[0].birthDate',
      'certificate.serial',
      'colour',
      'contract.totalDong',
      'sellers',
    ]);
    expect(faults['sellers']).toBe('the shares add up to 1/3, not to 1');
  });

  it.each(['houses', 'organisation', 'taxCode', 'giftTo', 'procedure'])(
    'says that %s is outside the scope',
    (field) => {
      expect(faultsOf(w2File({ [field]: {} }))[field]).toMatch(/land only, transfer, inheritance or gift, individuals/);
    },
  );

  it('refuses null: absent is allowed, null is not', () => {
    expect(faultsOf(w2File({ 'sellers.0.phone': null }))).toHaveProperty(['sellers[0].phone']);
  });

  it('checks a personal identification number against sex and year of birth', () => {
    const path = 'sellers[0].personalIdentificationNumber';
    expect(faultsOf(w2File({ 'sellers.0.sex': 'male' }))[path]).toBe('digit 4 says female, the field sex says male');
    expect(faultsOf(w2File({ 'sellers.0.birthDate': '1991-04-12' }))[path]).toMatch(/born in 1990/);
  });

  it('refuses one person on both sides', () => {
    const [seller] = w2File()['sellers'] as unknown[];
    expect(faultsOf(w2File({ 'buyers.0': seller }))['buyers[0].personalIdentificationNumber']).toMatch(/sellers\[0\]/);
  });

  it('refuses communes of two land registration offices, and one that does not exist', () => {
    const parcel = (w2File()['parcels'] as object[])[0];
    const elsewhere = { ...parcel, communeCode: '26041' };
    expect(faultsOf(w2File({ 'parcels.1': elsewhere }))['parcels[1].communeCode']).toMatch(
      /one dossier has one office/,
    );
    expect(faultsOf(w2File({ 'parcels.0.communeCode': '00001' }))['parcels[0].communeCode']).toMatch(/no commune/);
  });

  it('refuses a contract that lies after the business date', () => {
    expect(faultsOf(w2File({ 'contract.effectiveDate': '2026-08-04' }))['contract.effectiveDate']).toMatch(
      /after the business date/,
    );
  });

  it('refuses a contract of a day for which no rate is known', () => {
    const early = { 'contract.effectiveDate': '2014-12-31', 'priceRows.0.from': '2014-01-01' };
    expect(faultsOf(w2File(early))).toEqual({
      'contract.effectiveDate': 'no rate of the income tax is known before 2015-01-01',
    });
  });

  it('refuses a share whose amount would be less than 1 đồng', () => {
    const [buyer] = w2File()['buyers'] as [object];
    const shared = [
      { ...buyer, share: '1/4000001' },
      { ...buyer, personalIdentificationNumber: '075088000003', share: '4000000/4000001' },
    ];
    expect(Object.keys(faultsOf(w2File({ buyers: shared })))).toEqual(['buyers[0].share']);
  });

  it('refuses price rows that overlap', () => {
    expect(faultsOf(w2File({ 'priceRows.1': secondPriceRow }))['priceRows[1]']).toBe('overlaps priceRows[0]');
    expect(faultsOf(w2File({ 'priceRows.0.to': '2026-06-30', 'priceRows.1': secondPriceRow }))).toEqual({});
  });

  it('wants a price for the day of the contract and for the business day', () => {
    expect(faultsOf(w2File({ 'priceRows.0.from': '2026-08-02' }))['priceRows']).toMatch(/2026-08-01.*income tax/);
    expect(faultsOf(w2File({ 'priceRows.0.to': '2026-08-02' }))['priceRows']).toMatch(/2026-08-03.*registration fee/);
  });

  it('wants no price for the day of the contract when the buyer pays the income tax (W22)', () => {
    expect(faultsOf(w2File({ 'priceRows.0.from': '2026-08-02', 'contract.buyerPaysSellersTax': true }))).toEqual({});
  });

  it('takes a gift without a price, and the price row of its deed’s day is not asked for (W9)', () => {
    const given = { changeKind: 'gift', 'contract.totalDong': 0, 'priceRows.0.from': '2026-08-02' };
    expect(faultsOf(w2File(given))).toEqual({});
  });

  it('refuses a claim of a stranger, of kin on one side, and one that does not say what its ground needs (X1, X3)', () => {
    const { sellers, buyers } = checkDossier(w2File(), MONDAY);
    const [giver, receiver] = [sellers[0]!, buyers[0]!].map((party) => party.personalIdentificationNumber);
    const kin = { revenue: 'personal-income-tax', ground: 'close-kin', relation: 'spouse', proof: 'papers' };
    const claim = { ...kin, person: receiver, relative: giver };
    expect(faultsOf(w2File({ claims: [claim] }))).toEqual({});
    const soleHome = {
      revenue: 'personal-income-tax',
      ground: 'sole-home',
      person: giver,
      otherHomes: 0,
      futureHomes: 0,
    };
    const wrong = [{ ...claim, person: '075190000099' }, { ...claim, relative: receiver }, soleHome];
    expect(faultsOf(w2File({ claims: wrong }))).toEqual({
      'claims[0].person': 'is the number of nobody in the file',
      'claims[1].relative': 'must be the number of somebody on the other side',
      'claims[2].heldSince': 'is needed by the ground of the claim',
      'claims[2].wholeProperty': 'is needed by the ground of the claim',
    });
  });

  it.each([
    ['W2', 'w2-land-transfer.json'],
    ['W3', 'w3-contract-above-table.json'],
    ['W6', 'w6-one-seller-exempt.json'],
    ['W9', 'w9-gift-to-a-stranger.json'],
    ['W10', 'w10-capped-fee.json'],
    ['W19', 'w19-rounding.json'],
    ['W22', 'w22-buyer-pays-sellers-tax.json'],
  ])('%s is shipped in %s, right on its business day', (row, name) => {
    const path = join(repositoryRoot(), 'docs', 'examples', name);
    const { expected } = readDossierFile(path, businessDateOf(path) ?? MONDAY);
    expect(expected?.rows ?? ['W2']).toEqual([row]);
  });

  it.each(landScenarios.map(({ name, change }) => [name, change] as const))(
    'the scenario %s has a right dossier',
    (_name, change) => {
      expect(faultsOf({ ...w2File(), ...change })).toEqual({});
    },
  );

  it('names a file that is not there', () => {
    expect(() => readDossierFile('/nowhere/x.json', MONDAY)).toThrow('/nowhere/x.json: cannot be read');
  });
});
