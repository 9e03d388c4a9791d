import { aChange, aHouse, aLandPart, holder, kin, outcome, soleHome, totals } from '../../test/property-change.mother';
import { closeKinRelations } from '../law/kinship.data';
import { feeExemptionCodes } from '../law/fee-exemptions.data';
import { Fraction } from '@lienthong/kernel';
import type { ExemptionClaim, PropertyChange } from './property-change.state'; // prettier-ignore

const M = 1_000_000n;
const TAX = 16n * M;

function tax(changes: Partial<PropertyChange>): bigint | undefined {
  return totals(aChange(changes))[0];
}

describe('exemptions from income tax (L §3.3)', () => {
  it.each(closeKinRelations)('X1: %s frees transfer, gift and inheritance, from either side', (relation) => {
    for (const kind of ['transfer', 'gift', 'inheritance'] as const) {
      expect(tax({ kind, claims: [kin('A', 'X', relation)] })).toBe(0n);
      expect(tax({ kind, claims: [kin('X', 'A', relation)] })).toBe(0n);
    }
  });

  it('X1: frees nothing without a proof, with a third person, or for an exchange', () => {
    const unproven = { ...kin('A', 'X'), proof: 'none' } as ExemptionClaim;
    expect(tax({ claims: [unproven] })).toBe(TAX);
    expect(tax({ claims: [kin('A', 'Z')] })).toBe(TAX);
    expect(tax({ kind: 'exchange', claims: [kin('A', 'X')] })).toBe(TAX);
  });

  it('X1: knows no other relation than the listed ones', () => {
    const cousins = { ...kin('A', 'X'), relation: 'cousin' } as unknown as ExemptionClaim;
    expect(tax({ claims: [cousins] })).toBe(TAX);
  });

  it('X1, reading (f): frees the part of the price that close kin pay; read per side, all or nothing', () => {
    const receivers = [holder('X', '1/4'), holder('Y', '3/4')];
    const change = aChange({ receivers, claims: [kin('A', 'X')] });
    expect(totals(change)[0]).toBe(12n * M);
    expect(totals(change, { kinship: 'per-side' })[0]).toBe(TAX);
    const both = aChange({ receivers, claims: [kin('A', 'X'), kin('A', 'Y', 'spouse')] });
    expect([totals(both)[0], totals(both, { kinship: 'per-side' })[0]]).toEqual([0n, 0n]);
  });

  it('X1: counts a relative once, however often the relation is claimed', () => {
    const receivers = [holder('X', '1/4'), holder('Y', '3/4')];
    expect(tax({ receivers, claims: [kin('A', 'X'), kin('X', 'A'), kin('A', 'X')] })).toBe(12n * M);
  });

  it('X2: frees the split of property on divorce, with agreement or judgment', () => {
    expect(tax({ claims: [{ ground: 'divorce', person: 'A', proof: 'papers' }] })).toBe(0n);
    expect(tax({ claims: [{ ground: 'divorce', person: 'A', proof: 'none' }] })).toBe(TAX);
  });

  it.each([
    ['another home', { otherHomes: 1 }],
    ['a future house', { futureHomes: 1 }],
    ['182 days of holding', { heldSince: '2026-01-31' }],
    ['a part of the property sold', { wholeProperty: false }],
  ])('X3: an only home with %s is not exempt', (_what, changes) => {
    expect(tax({ claims: [soleHome('A')] })).toBe(0n);
    expect(tax({ claims: [soleHome('A', changes)] })).toBe(TAX);
  });

  it('X3: a future building is not exempt, and nothing but a transfer is', () => {
    const buildings = [aHouse({ contributed: Fraction.parse('1/2') })];
    expect(tax({ buildings, claims: [soleHome('A')] })).toBe(23_800_000n);
    expect(tax({ kind: 'gift', claims: [soleHome('X')] })).toBe(78n * M);
  });

  it('X3, reading (e): counts to the contract’s first day, the tax time point or the slip, as the office reads it', () => {
    const change = aChange({
      claims: [soleHome('A', { heldSince: '2026-02-03' })],
      contractEffectiveOn: '2026-08-03',
      registeredOn: '2026-08-05',
      slipOn: '2026-08-06',
      buyerPaysSellersTax: true,
    });
    expect(totals(change)[0]).toBe(TAX);
    expect(totals(change, { soleHomeUntil: 'tax-time-point' })[0]).toBe(0n);
    expect(totals({ ...change, buyerPaysSellersTax: false }, { soleHomeUntil: 'tax-time-point' })[0]).toBe(TAX);
    expect(totals({ ...change, buyerPaysSellersTax: false }, { soleHomeUntil: 'slip-date' })[0]).toBe(0n);
  });

  it('X4, corrections row 17: spouses are tested one by one, only the one without another home is exempt', () => {
    const givers = [holder('wife', '1/2'), holder('husband', '1/2')];
    const claims = [soleHome('wife'), soleHome('husband', { otherHomes: 1 })];
    expect(outcome(aChange({ givers, claims }))['personal-income-tax']?.payable).toEqual({ wife: 0n, husband: 8n * M });
  });

  it('X5: frees what the State gives, not the later sale of it', () => {
    expect(tax({ kind: 'state-allocation', givers: [] })).toBe(0n);
    const claims: readonly ExemptionClaim[] = [{ ground: 'state-allocation', person: 'A' }];
    expect(tax({ claims })).toBe(TAX);
    expect(outcome(aChange({ claims }))['personal-income-tax']?.reasons['A']?.[0]).toContain('X5: Chuyển nhượng');
  });

  it('X6: frees the exchange of farm land between direct producers who keep its purpose', () => {
    const claim = { ground: 'farm-land-exchange', person: 'A', purposeUnchanged: true, directProducer: true } as const;
    const land = [aLandPart({ purpose: 'LUC' })];
    expect(tax({ kind: 'exchange', land, claims: [claim] })).toBe(0n);
    expect(tax({ kind: 'exchange', claims: [claim] })).toBe(TAX);
    expect(tax({ kind: 'transfer', land, claims: [claim] })).toBe(TAX);
    expect(tax({ kind: 'exchange', land, claims: [{ ...claim, directProducer: false }] })).toBe(TAX);
    expect(tax({ kind: 'exchange', land, claims: [{ ...claim, purposeUnchanged: false }] })).toBe(TAX);
  });

  it('F20: an exempt seller leaves the buyer’s fee as it is', () => {
    expect(totals(aChange({ claims: [soleHome('A')] }))).toEqual([0n, 4n * M]);
  });
});

describe('exemptions from registration fee (L §3.4)', () => {
  it('frees inheritance and gift between close kin, not their sale, and says why', () => {
    expect(totals(aChange({ kind: 'inheritance', claims: [kin('A', 'X', 'spouse')] }))).toEqual([0n, 0n]);
    const sale = aChange({ claims: [kin('A', 'X', 'spouse')] });
    expect(totals(sale)).toEqual([0n, 4n * M]);
    expect(outcome(sale)['registration-fee']?.reasons['X']?.[0]).toContain('vẫn phải nộp');
  });

  it('frees of several receivers only those who are kin', () => {
    const receivers = [holder('X', '1/2'), holder('Y', '1/2')];
    const gift = outcome(aChange({ kind: 'gift', receivers, claims: [kin('A', 'X')] }));
    expect(gift['registration-fee']?.payable).toEqual({ X: 0n, Y: 2n * M });
    expect(gift['personal-income-tax']?.payable).toEqual({ X: 0n, Y: 38n * M });
  });

  it.each(feeExemptionCodes)('NĐ 140/2016 Đ9: frees the ground %s when it is proven and fits the change', (code) => {
    const kind = code === 'purpose-change-without-fee' ? 'purpose-change' : 'exchange';
    const claim = { ground: 'registration-fee', person: 'X', code, proof: 'papers' } as const;
    expect(totals(aChange({ kind, claims: [claim] }))[1]).toBe(0n);
    expect(totals(aChange({ kind, claims: [{ ...claim, proof: 'none' }] }))[1]).toBe(4n * M);
    expect(totals(aChange({ kind, claims: [{ ...claim, person: 'Z' }] }))[1]).toBe(4n * M);
  });

  it('NĐ 140/2016 Đ9: frees no sale by a ground that is for an exchange or a change of purpose', () => {
    for (const code of ['farm-land-exchange', 'purpose-change-without-fee'] as const) {
      expect(totals(aChange({ claims: [{ ground: 'registration-fee', person: 'X', code, proof: 'papers' }] }))[1]).toBe(4n * M); // prettier-ignore
    }
  });
});
