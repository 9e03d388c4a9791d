import { inCanonicalForms } from './canonical-forms.rules';

describe('what comes in at the door', () => {
  it.each(['20.07.2026', '20/07/2026', '2026-07-20'])(
    'has its dates in one form, whatever the field writes: %s (O §4.4)',
    (date) => {
      expect(inCanonicalForms({ child: { birthDate: date } })).toEqual({ child: { birthDate: '2026-07-20' } });
    },
  );

  it('keeps a date that no calendar has for the check that follows, and mixed separators as they are', () => {
    expect(inCanonicalForms(['31/02/2026', '20.07/2026', '1993'])).toEqual(['2026-02-31', '20.07/2026', '1993']);
  });

  it('has its names composed (NFC) and without needless spaces', () => {
    const decomposed = 'Nguyễn  Thị Hòa '.normalize('NFD');
    expect(inCanonicalForms({ name: decomposed })).toEqual({ name: 'Nguyễn Thị Hòa' });
  });

  it('leaves numbers, switches and lists what they are', () => {
    expect(inCanonicalForms({ copies: 2, verified: true, papers: [null] })).toEqual({
      copies: 2,
      verified: true,
      papers: [null],
    });
  });
});
