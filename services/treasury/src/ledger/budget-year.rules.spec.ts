import { budgetYear } from './budget-year.rules';

const overTheYear = { debitDate: '2026-12-31', bookedOn: '2027-01-04' };

describe('the budget year of an entry', () => {
  it('is by default that of the day of booking (reading BUDGET_YEAR)', () => {
    expect(budgetYear(overTheYear, 'booked-on')).toBe(2027);
  });

  it('is that of the payer’s debit where the office reads it so', () => {
    expect(budgetYear(overTheYear, 'debit-date')).toBe(2026);
  });
});
