import { dongText } from '@lienthong/kernel';
import { parcelOfW2, pricesOfW2, registerOf, sentSlip, W2 } from '../../test/land-dossier.mother';
import type { Parcel } from '../parcels/parcel.state';
import { checkDossier, writtenReason } from './check-dossier.rules';

const [row2026] = sentSlip.parcels[0]!.priceRows;
const december = { ...W2, contract: { ...W2.contract, effectiveDate: '2025-12-15' } };
const row2025 = { ...row2026!, from: '2025-01-01', to: '2025-12-31', pricePerSquareMetreDong: dongText(6_000_000n) };

function rulesAgainst(parcel: Partial<Parcel>): string[] {
  const result = checkDossier(W2, registerOf([parcelOfW2(parcel)], [pricesOfW2()]));
  return result.kind === 'refused' ? result.faults.map(({ rule }) => rule) : [];
}

describe('checking a dossier against the register', () => {
  it('finds W2 clean and takes the price row in force into the slip', () => {
    const result = checkDossier(W2, registerOf([parcelOfW2()], [pricesOfW2()]));
    expect(result).toEqual({ kind: 'clean', parcels: [{ ...W2.parcels[0], priceRows: [row2026] }] });
  });

  it('compares areas as numbers: 100 is 100.00', () => {
    expect(rulesAgainst({ areaSquareMetres: '100.00' })).toEqual([]);
  });

  it('refuses a parcel that is not in the register', () => {
    const result = checkDossier(W2, registerOf([], []));
    expect(result).toMatchObject({ kind: 'refused', faults: [{ rule: 'PARCEL' }] });
  });

  it('refuses a parcel held by another dossier, and says by which', () => {
    const result = checkDossier(W2, registerOf([parcelOfW2({ heldBy: 'H19.91.01-260803-0009' })], [pricesOfW2()]));
    expect(result).toMatchObject({ kind: 'refused', faults: [{ rule: 'HELD' }] });
    expect(result.kind === 'refused' && writtenReason(result.faults)).toContain('H19.91.01-260803-0009');
  });

  it('takes a parcel that is held for this very dossier', () => {
    expect(rulesAgainst({ heldBy: W2.dossierCode })).toEqual([]);
  });

  it('refuses a certificate that does not belong to the transferor (R4)', () => {
    expect(rulesAgainst({ certificate: { serial: 'AA 00000001', issuedOn: '2019-04-01' } })).toEqual(['R4']);
    const [owner] = parcelOfW2().owners;
    expect(rulesAgainst({ owners: [{ ...owner!, personalIdentificationNumber: '075190000009' }] })).toEqual(['R4']);
    expect(
      rulesAgainst({
        owners: [
          { ...owner!, share: '1/2' },
          { ...owner!, share: '1/2', personalIdentificationNumber: '075190000009' },
        ],
      }),
    ).toEqual(['R4']);
  });

  it.each([
    ['area', { areaSquareMetres: '99.5' }, 'R2'],
    ['purpose', { purpose: 'CLN' }, 'R2'],
    ['position of the price table', { position: '45-313' }, 'R6'],
  ])('refuses another %s than the register’s', (_what, parcel, rule) => {
    expect(rulesAgainst(parcel)).toEqual([rule]);
  });

  it('lists every fault, not only the first, in one numbered reason', () => {
    const parcel = parcelOfW2({ areaSquareMetres: '90', heldBy: 'H19.91.01-260803-0009', purpose: 'CLN' });
    const result = checkDossier(W2, registerOf([parcel], []));
    if (result.kind !== 'refused') throw new Error('expected a refusal');
    expect(result.faults.map(({ rule }) => rule)).toEqual(['HELD', 'R2', 'R2', 'R6', 'R6']);
    expect(writtenReason(result.faults).split('\n')).toHaveLength(5);
  });

  it('writes no reason longer than its message carries', () => {
    const faults = Array.from({ length: 60 }, (_, i) => ({ rule: 'R4', text: `Thửa ${i}: ${'x'.repeat(80)}` }));
    const reason = writtenReason(faults);
    expect(reason.length).toBeLessThanOrEqual(1_000);
    expect(reason).toMatch(/… và \d+ lý do khác\.$/);
  });
});

describe('price rows on the slip (R6, corrections row 3)', () => {
  it('are two when the price changed between contract and registering', () => {
    const result = checkDossier(december, registerOf([parcelOfW2()], [pricesOfW2([row2026!, row2025])]));
    expect(result).toMatchObject({ kind: 'clean', parcels: [{ priceRows: [row2025, row2026] }] });
  });

  it('are refused when none is in force on the contract’s day, and the day is named', () => {
    const result = checkDossier(december, registerOf([parcelOfW2()], [pricesOfW2()]));
    expect(result).toMatchObject({ kind: 'refused', faults: [{ rule: 'R6' }] });
    expect(result.kind === 'refused' && writtenReason(result.faults)).toContain('15/12/2025');
  });

  it('need no row of the contract’s day when the buyer pays the seller’s tax (W22)', () => {
    const buyerPays = { ...december, contract: { ...december.contract, buyerPaysSellersTax: true } };
    expect(checkDossier(buyerPays, registerOf([parcelOfW2()], [pricesOfW2()])).kind).toBe('clean');
  });

  it.each(['gift', 'inheritance'] as const)('need no row of the deed’s day for a %s (L §3.2, W9)', (changeKind) => {
    const given = { ...december, changeKind };
    expect(checkDossier(given, registerOf([parcelOfW2()], [pricesOfW2()])).kind).toBe('clean');
  });

  it('are refused when none is in force at declaring', () => {
    const result = checkDossier(december, registerOf([parcelOfW2()], [pricesOfW2([row2025])]));
    expect(result.kind === 'refused' && writtenReason(result.faults)).toContain('03/08/2026');
  });
});
