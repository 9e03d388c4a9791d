import { comparableName, sameName, surnameOf } from './names.rules';

describe('names', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['Thuý', 'Thúy'],
    ['Nguyễn Thị Hoè', 'nguyễn  thị hòe '],
    ['Lê Thị Hòa'.normalize('NFD'), 'Lê Thị Hoà'.normalize('NFC')],
    ['Ðặng Văn An', 'Đặng Văn An'],
  ])('%s and %s are one name', (one, other) => expect(sameName(one, other)).toBe(true));

  it.each([
    ['Hòa', 'Hóa'],
    ['Hòa', 'Hoa'],
    ['An', 'Ân'],
    ['Đan', 'Dan'],
    ['Lê An', 'Lê An Bình'],
  ])('%s and %s are two names', (one, other) => expect(sameName(one, other)).toBe(false));

  it('compare in one form whatever was typed', () => {
    expect(comparableName(' NGUYỄN   THỊ HOÀ')).toBe(comparableName('Nguyễn Thị Hòa'));
    expect(surnameOf('Nguyễn Lê An')).toBe(comparableName('nguyễn'));
  });
});
