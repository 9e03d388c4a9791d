import { birthOf, correction, requested } from '../../test/health-insurance.mother';
import {
  childAgeLimit,
  childCard,
  childCardNumber,
  childCardValidTo,
  corrected,
  isChild,
  renumbered,
  requireChild,
  requireUsable,
  restored,
  socialInsuranceNumber,
  stopped,
} from './health-card.rules';

const issue = { cardNumber: '7526000001', office: 'bien-hoa', dossierCode: 'H19.91.01-260803-0001', on: '2026-08-03' };
const card = childCard(requested.birth, issue);

describe('the number of a child’s card', () => {
  it.each([
    ['2019-08-12', 'TE1757519000042'],
    ['2020-12-31', 'TE1757520000042'],
    ['2021-01-01', '7521000042'],
    ['2026-08-03', '7526000042'],
  ])('issued on %s is %s: 15 characters until 2020, ten digits since (O §4.3 health card number)', (on, number) => {
    const insurance = socialInsuranceNumber('75', on, 42);
    expect(insurance).toMatch(/^\d{10}$/);
    expect(childCardNumber(insurance, '75', on)).toBe(number);
  });

  it('has no form before the first decision that we know', () => {
    expect(() => childCardNumber('7515000042', '75', '2015-11-15')).toThrow('health-insurance.CARD_FORM_UNKNOWN');
  });
});

describe('a child’s card', () => {
  it.each([
    ['2026-07-20', '2032-09-30'],
    ['2026-09-30', '2032-09-30'],
    ['2026-10-01', '2032-10-01'],
    ['2026-12-15', '2032-12-15'],
    ['2024-02-29', '2030-09-30'],
  ])('of a child born on %s is valid to %s: 72 months or 30 September (O §4.3 validity)', (birthDate, validTo) => {
    expect(childCardValidTo(birthDate)).toBe(validTo);
  });

  it('is for children under six on the day: 72 months are too many (O §4.5 child 6 or older)', () => {
    expect(childAgeLimit('2024-02-29')).toBe('2030-02-28');
    expect(isChild('2020-08-04', '2026-08-03')).toBe(true);
    expect(isChild('2020-08-03', '2026-08-03')).toBe(false);
    expect(() => requireChild(birthOf(1, '2020-08-03'), '2026-08-03')).toThrow('health-insurance.CHILD_TOO_OLD');
  });

  it('is valid from the birth on', () => {
    expect(card).toMatchObject({
      validFrom: '2026-07-20',
      validTo: '2032-09-30',
      issuedOn: '2026-08-03',
      state: 'active',
    });
  });

  it('follows a correction, validity included, and keeps its number (O §4.5 birth record corrected)', () => {
    const child = { ...correction.birth.child, birthDate: '2026-10-20' };
    const now = corrected(card, { ...correction, birth: { ...correction.birth, child } });
    expect(now).toMatchObject({ name: 'Nguyễn Lê Ân', validTo: '2032-10-20', cardNumber: card.cardNumber });
  });

  it('of an adult keeps its validity when the birth is corrected', () => {
    expect(corrected({ ...card, group: 'other', validTo: '2027-01-01' }, correction).validTo).toBe('2027-01-01');
  });

  it('goes on under a new personal number with the number that it has (O §4.3 sex corrected)', () => {
    const birth = { ...correction.birth, personalIdentificationNumber: '075226000009' };
    const [old, now] = renumbered(card, { ...correction, birth });
    expect(old.state).toBe('renumbered');
    expect(now).toMatchObject({
      personalIdentificationNumber: '075226000009',
      cardNumber: card.cardNumber,
      state: 'active',
    });
  });

  it('that a death had stopped goes on when that death is revoked, and no other (O §4.6 DeathRevoked)', () => {
    const dead = stopped(card, '2026-09-01', 'H19.91.01-260901-0001');
    expect(() => requireUsable(dead)).toThrow('health-insurance.CARD_STOPPED');
    expect(restored(dead, 'H19.91.01-260901-0001', '2026-09-05').state).toBe('active');
    expect(restored(dead, 'H19.91.01-260901-0002', '2026-09-05')).toBe(dead);
  });
});
