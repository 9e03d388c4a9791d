import { countsFrom } from './signature-change.rules';

describe('a changed signing key (F27, L §1.3)', () => {
  it('counts from the fifteenth day after its announcement', () => {
    expect(countsFrom({ announcedAt: '2026-07-20T09:00:00+07:00' })).toBe('2026-08-04');
    expect(countsFrom({ announcedAt: '2026-07-20T23:30:00+07:00' })).toBe('2026-08-04');
  });

  it('counts at once where it is the officer’s first, or where no text asked for an announcement', () => {
    expect(countsFrom({})).toBeUndefined();
    expect(countsFrom({ announcedAt: '2026-06-30T09:00:00+07:00' })).toBeUndefined();
  });
});
