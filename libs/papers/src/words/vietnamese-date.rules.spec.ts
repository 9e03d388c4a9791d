import { dateInDigits, dateInWords, dateOfLetter } from './vietnamese-date.rules';

describe('dates on certificates', () => {
  it.each([
    ['2026-07-20', 'Ngày hai mươi, tháng bảy, năm hai nghìn không trăm hai mươi sáu'],
    ['2005-04-15', 'Ngày mười lăm, tháng tư, năm hai nghìn không trăm linh năm'],
    ['1999-12-31', 'Ngày ba mươi mốt, tháng mười hai, năm một nghìn chín trăm chín mươi chín'],
    ['2000-01-01', 'Ngày một, tháng một, năm hai nghìn'],
    ['2011-11-11', 'Ngày mười một, tháng mười một, năm hai nghìn không trăm mười một'],
    ['2024-10-24', 'Ngày hai mươi bốn, tháng mười, năm hai nghìn không trăm hai mươi bốn'],
  ])('%s in words', (date, words) => expect(dateInWords(date)).toBe(words));

  it.each([
    ['2026-08-05', 'ngày 05 tháng 8 năm 2026'],
    ['2026-02-10', 'ngày 10 tháng 02 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('%s at the head of a letter', (date, words) => expect(dateOfLetter(date)).toBe(words));

  it('in digits, day first; a year alone stays', () => {
    expect(dateInDigits('2026-07-20')).toBe('20/07/2026');
    expect(dateInDigits('1940')).toBe('1940');
  });
});
