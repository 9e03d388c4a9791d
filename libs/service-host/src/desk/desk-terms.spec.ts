import { lookedFor, plainName, searchTerms, shown } from './desk-terms';

describe('what officers look up', () => {
  it.each([
    ['Đặng Thị Hà', 'dang thi ha'],
    ['  NGUYỄN   Văn  Ước ', 'nguyen van uoc'],
    ["O'Brien-Lê", 'o brien le'],
    ['\u0110\u1ed7', 'do'],
  ])('is a name without marks and capital letters: %s', (name, plain) => {
    expect(plainName(name)).toBe(plain);
    expect(plainName(name.normalize('NFD'))).toBe(plain);
  });

  it('is stored once, a name whole and by its words', () => {
    expect(
      searchTerms([
        { kind: 'name', value: 'Lê Thị Lê' },
        { kind: 'name', value: 'LÊ THỊ LÊ' },
        { kind: 'notice', value: ' tb-12 ' },
      ]),
    ).toEqual(['name:le thi le', 'notice:TB-12', 'word:le', 'word:thi']);
  });

  it('is nothing where no letter is left', () => {
    expect(lookedFor({ kind: 'name', value: '…' })).toBeUndefined();
  });

  it('shows persons in lists by initials and the end of their number only', () => {
    expect(shown('name', 'name:dang thi ha')).toBe('D. T. H.');
    expect(shown('person', 'person:075190000001')).toBe('********0001');
    expect(shown('notice', 'notice:TB-12')).toBe('TB-12');
  });
});
