import { comparable } from './comparable.rules';

describe('a name as it is compared', () => {
  it('has one form, however case, spaces and the place of the tone mark are written', () => {
    expect(comparable(' NGUYỄN   THỊ HOÀ')).toBe(comparable('Nguyễn Thị Hòa'.normalize('NFD')));
  });

  it.each(['\u00d0ặng', '\u00f0ặng', 'ĐẶNG'])('reads an eth as the đ that was meant: %s', (name) => {
    expect(comparable(name)).toBe(comparable('Đặng'));
  });

  it('keeps other letters and other tones apart', () => {
    expect(comparable('Dặng')).not.toBe(comparable('Đặng'));
    expect(comparable('Hóa')).not.toBe(comparable('Hòa'));
  });
});
