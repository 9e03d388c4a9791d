import { deriveDossier } from './derive-dossier';
import { dossierFaults } from './dossier-file.rules';
import { checkDossier } from './read-dossier-file';
import { w2File } from './w2-file.mother';

const MONDAY = '2026-08-03';

describe('a derived dossier', () => {
  const sellers = w2File()['sellers'] as object[];
  const brother = { ...sellers[0], name: 'Nguyễn Thị Hai', personalIdentificationNumber: '075190000018', share: '1/2' };
  const file = checkDossier(w2File({ 'sellers.0.share': '1/2', 'sellers.1': brother }), MONDAY);

  it('keeps amounts, shares, dates and areas', () => {
    const derived = deriveDossier(file, { index: 7, tag: '' });
    expect(derived.sellers.map(({ share }) => share)).toEqual(['1/2', '1/2']);
    expect(derived.contract).toEqual({ ...file.contract, number: derived.contract.number });
    expect(derived.priceRows).toEqual(file.priceRows);
    expect(derived.parcels[0]?.areaSquareMetres).toBe('100');
  });

  it.each(['', 'zz9k1a'])('is as right as the file it comes from, for every one of 3,000 (run %p)', (tag) => {
    const seen = new Set<string>();
    for (let index = 1; index <= 3_000; index += 1) {
      const derived = deriveDossier(file, { index, tag });
      expect(dossierFaults(derived, MONDAY)).toEqual([]);
      seen.add(`${derived.parcels[0]?.parcelNumber}`).add(derived.certificate.serial);
    }
    expect(seen.size).toBe(6_000);
  });

  it('keeps who claims what, by the numbers that the persons have then (X1)', () => {
    const [first, second] = file.sellers.map((party) => party.personalIdentificationNumber);
    const relative = file.buyers[0]!.personalIdentificationNumber;
    const claim = { revenue: 'personal-income-tax', ground: 'close-kin', relation: 'spouse', proof: 'papers' } as const;
    const claims = [first!, second!].map((person) => ({ ...claim, person, relative }));
    const derived = deriveDossier({ ...file, claims }, { index: 7, tag: '' });
    expect(derived.claims?.map(({ person }) => person)).toEqual(
      derived.sellers.map((party) => party.personalIdentificationNumber),
    );
    expect(derived.claims?.[0]?.person).not.toBe(first);
    expect(dossierFaults(derived, MONDAY)).toEqual([]);
  });

  it('stays within the length of parcel number and serial', () => {
    const long = checkDossier(
      w2File({ 'parcels.0.parcelNumber': 'x'.repeat(20), 'certificate.serial': 'y'.repeat(20) }),
      MONDAY,
    );
    const derived = deriveDossier(long, { index: 4_999, tag: 'zzzzzz' });
    expect(derived.parcels[0]?.parcelNumber).toHaveLength(20);
    expect(derived.certificate.serial).toHaveLength(20);
  });
});
