import { DeclareBirthRequest } from './declare-birth.request';
import { DeclareDeathRequest } from './declare-death.request';
import { inCanonicalForms } from './canonical-forms.rules';

const birth = (body: unknown): unknown => inCanonicalForms(DeclareBirthRequest, body);

describe('what comes in at the door', () => {
  it.each(['20.07.2026', '20/07/2026', '2026-07-20'])(
    'has its dates in one form, whatever the field writes: %s (O §4.4)',
    (date) => {
      expect(birth({ child: { birthDate: date } })).toEqual({ child: { birthDate: '2026-07-20' } });
      const opinions = { residence: { opinions: [{ agreedOn: date }] } };
      expect(birth(opinions)).toEqual({ residence: { opinions: [{ agreedOn: '2026-07-20' }] } });
      expect(inCanonicalForms(DeclareDeathRequest, { deceased: { birthDate: date, diedOn: date } })).toEqual({
        deceased: { birthDate: '2026-07-20', diedOn: '2026-07-20' },
      });
    },
  );

  it('keeps the number of a document that looks like a date: number, month and year (O §4.4)', () => {
    const numbered = {
      proof: { number: '03/08/2026', issuedOn: '04/08/2026' },
      mother: { birthDate: '05/06/1995', identityPaper: { number: '01.02.2021' } },
      papers: [{ number: '03/08/2026' }],
      note: '03/08/2026',
    };
    expect(birth(numbered)).toEqual({
      ...numbered,
      proof: { number: '03/08/2026', issuedOn: '2026-08-04' },
      mother: { birthDate: '1995-06-05', identityPaper: { number: '01.02.2021' } },
    });
  });

  it('keeps a date that no calendar has for the check that follows, and mixed separators as they are', () => {
    const dates = {
      child: { birthDate: '31/02/2026' },
      proof: { issuedOn: '20.07/2026' },
      mother: { birthDate: '1993' },
    };
    expect(birth(dates)).toEqual({ ...dates, child: { birthDate: '2026-02-31' } });
  });

  it('has its names composed (NFC) and without needless spaces', () => {
    const decomposed = 'Nguyễn  Thị Hòa '.normalize('NFD');
    expect(birth({ name: decomposed })).toEqual({ name: 'Nguyễn Thị Hòa' });
  });

  it('leaves numbers, switches and lists what they are, also of another shape than asked', () => {
    const body = { copies: 2, verified: true, papers: [null], child: [1], proof: 'none' };
    expect(birth(body)).toEqual(body);
    expect(birth([])).toEqual([]);
  });
});
