import fc from 'fast-check';
import { belongsTo, personalNumber } from './personal-number.rules';

const girl = { province: '075', sex: 'female', birthDate: '2019-05-02' } as const;

describe('the personal identification number (O §4.3)', () => {
  it('of a girl born 2019 and registered in Đồng Nai begins with 075 3 19', () => {
    expect(personalNumber(girl, () => 42)).toBe('075319000042');
  });

  it.each([
    ['1999-12-31', 'male', '075099'],
    ['1999-12-31', 'female', '075199'],
    ['2000-01-01', 'male', '075200'],
    ['2100-01-01', 'female', '075500'],
  ] as const)('of a child born on %s, %s, begins with %s', (birthDate, sex, begin) => {
    expect(personalNumber({ province: '075', sex, birthDate }, () => 0)).toBe(`${begin}000000`);
  });

  it('always belongs to the person it was made for, and to nobody of another sex, year or province', () => {
    const birthDate = fc.integer({ min: 1900, max: 2199 }).map((year) => `${year}-06-15`);
    fc.assert(
      fc.property(birthDate, fc.constantFrom('male', 'female'), fc.nat(999_999), (date, sex, digits) => {
        const person = { province: '075', sex, birthDate: date };
        const number = personalNumber(person, () => digits);
        const otherYear = `${Number(date.slice(0, 4)) + 1}-06-15`;
        return (
          belongsTo(number, person) &&
          !belongsTo(number, { ...person, sex: sex === 'male' ? 'female' : 'male' }) &&
          !belongsTo(number, { ...person, birthDate: otherYear }) &&
          !belongsTo(number, { ...person, province: '079' })
        );
      }),
    );
  });

  it.each(['07531900004', '0753190000421', '0753190000x2'])('is not %s', (text) => {
    expect(belongsTo(text, girl)).toBe(false);
  });
});
