import { numberOfDeceased } from '../../test/health-insurance.mother';
import type { InsuredPersonRow } from '../insured/insured-person.entity';
import type { FuneralAllowanceRow } from './allowance.entities';
import { entitlementOf, funeralAllowance, knowsWage } from './allowance.rules';

const person: InsuredPersonRow = {
  personalIdentificationNumber: numberOfDeceased(1),
  office: 'bien-hoa',
  name: 'Nguyễn Văn Cụ',
  pension: 'paid',
  funeralAllowance: true,
};
const paid: FuneralAllowanceRow = {
  personalIdentificationNumber: numberOfDeceased(1),
  office: 'bien-hoa',
  amountDong: '23400000',
  paidOn: '2026-08-20',
  decisionNumber: '1',
  state: 'paid',
  paidBy: 'x',
};

describe('the funeral allowance', () => {
  it.each([
    ['2026-08-01', '23400000'],
    ['2024-06-30', '18000000'],
    ['2019-08-01', '14900000'],
  ])('of a death on %s is ten reference wages: %s (O §4.6 BHXH funeral grant)', (diedOn, amount) => {
    expect(funeralAllowance(diedOn)).toBe(amount);
  });

  it('is not reckoned for a day whose wage is not known', () => {
    expect(knowsWage('2018-06-30')).toBe(false);
    expect(() => funeralAllowance('2018-06-30')).toThrow('health-insurance.REFERENCE_WAGE_UNKNOWN');
  });

  it('is told from what was paid, else from the person’s record; nobody unknown is entitled (O §4.6 ask BHXH first)', () => {
    expect(entitlementOf(undefined, paid, '2026-08-01')).toEqual({
      entitled: true,
      amountDong: '23400000',
      paidOn: '2026-08-20',
    });
    expect(entitlementOf(person, undefined, '2026-08-01')).toEqual({ entitled: true, amountDong: '23400000' });
    expect(entitlementOf({ ...person, funeralAllowance: false }, undefined, '2026-08-01')).toEqual({ entitled: false });
    expect(entitlementOf(person, undefined, '2018-06-30')).toEqual({ entitled: true });
    expect(entitlementOf(undefined, undefined, '2026-08-01')).toEqual({ entitled: false });
    expect(entitlementOf(undefined, { ...paid, state: 'recovery' }, '2026-08-01')).toEqual({ entitled: false });
  });
});
