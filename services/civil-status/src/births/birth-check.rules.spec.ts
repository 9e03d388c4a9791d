import { BirthDeclaredV1, type BirthDeclaration } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { birthday, checkBirth } from './birth-check.rules';
import { childKey } from './child-key.rules';

const { declaration } = messageOf(BirthDeclaredV1).example;
const ON = '2026-08-03';
const without = (field: 'mother' | 'father', from: BirthDeclaration = declaration): BirthDeclaration => {
  const { [field]: _left, ...rest } = from;
  return rest;
};
const born = (birthDate: string): BirthDeclaration => ({ ...declaration, child: { ...declaration.child, birthDate } });

describe('the check of a birth declaration', () => {
  it('finds nothing to say about the usual one', () => {
    expect(checkBirth(declaration, ON)).toEqual({ flags: [], faults: [] });
  });

  it.each([
    ['2026-06-04', []],
    ['2026-06-03', ['late-registration']],
  ])(
    'born on %s and declared on 3 August: flags %j, and registered all the same (O §4.5 late registration)',
    (on, flags) => {
      expect(checkBirth(born(on), ON)).toEqual({ flags, faults: [] });
    },
  );

  it.each([
    ['2020-08-04', []],
    ['2020-08-03', ['six-or-older']],
    ['2026-08-04', ['born-later-than-declared']],
  ])('born on %s: faults %j (O §4.5 child 6 or older at submission)', (on, faults) => {
    expect(checkBirth(born(on), ON).faults).toEqual(faults);
  });

  it('counts six years of a child born on 29 February to 1 March', () => {
    expect(birthday('2020-02-29', 6)).toBe('2026-03-01');
    expect(birthday('2020-02-29', 4)).toBe('2024-02-29');
  });

  it('takes a child without a named father by its mother, with nothing of a father required (O §4.5 father not named)', () => {
    const ofMother = { ...without('father'), child: { ...declaration.child, name: 'Lê An' } };
    expect(checkBirth(ofMother, ON)).toEqual({ flags: ['father-not-named'], faults: [] });
    expect(checkBirth(without('father'), ON).faults).toEqual(['not-by-the-mother']);
    const otherEthnicity = { ...ofMother, child: { ...ofMother.child, ethnicity: 'Tày' } };
    expect(checkBirth(otherEthnicity, ON).faults).toEqual(['not-by-the-mother']);
    expect(checkBirth(without('mother', without('father')), ON).faults).toEqual(['no-parent-named']);
  });

  it('takes an abandoned child by its record, with a guardian and without parents (O §4.5 abandoned child)', () => {
    const proof = { kind: 'abandoned-child-record', number: '03/BB' } as const;
    const papers = [{ kind: 'abandoned-child-record', name: 'Biên bản trẻ bị bỏ rơi' }];
    const requester = { ...declaration.requester, relation: 'guardian' } as const;
    const abandoned = { ...without('mother', without('father')), proof, papers, requester };
    expect(checkBirth(abandoned, ON)).toEqual({ flags: ['abandoned-child'], faults: [] });
    expect(checkBirth({ ...declaration, proof, papers }, ON).faults).toEqual([
      'parents-of-abandoned-child',
      'requester-not-guardian',
    ]);
  });

  it.each(['witness-paper', 'own-statement'] as const)(
    'takes a %s in place of the notification of a hospital (O §4.5 born outside a hospital)',
    (kind) => {
      const outside = { ...declaration, proof: { kind } };
      expect(checkBirth({ ...outside, papers: [{ kind, name: 'Giấy tờ thay thế' }] }, ON)).toEqual({
        flags: ['born-outside-hospital'],
        faults: [],
      });
      expect(checkBirth(outside, ON).faults).toEqual(['substitute-paper-missing']);
    },
  );

  it('wants the number of a birth notification', () => {
    expect(checkBirth({ ...declaration, proof: { kind: 'birth-notification' } }, ON).faults).toEqual([
      'notification-number-missing',
    ]);
  });

  it('takes surrogacy papers beside the notification only (O §4.5 surrogacy)', () => {
    const surrogacyProof = { kind: 'surrogacy-agreement', name: 'Văn bản xác nhận mang thai hộ' };
    const born = { ...declaration, proof: { ...declaration.proof, surrogacyProof } };
    expect(checkBirth(born, ON)).toEqual({ flags: ['surrogacy'], faults: [] });
    const papers = [{ kind: 'own-statement', name: 'Giấy cam đoan' }];
    const outside = { ...declaration, papers, proof: { kind: 'own-statement', surrogacyProof } } as const;
    expect(checkBirth(outside, ON).faults).toEqual(['surrogacy-without-notification']);
  });
});

describe('what makes a child one', () => {
  const child = (birthOrder: number, name = declaration.child.name): BirthDeclaration => ({
    ...declaration,
    child: { ...declaration.child, birthOrder, name },
  });

  it('is notification number and order of birth: twins are two (O §4.5 twins)', () => {
    expect(childKey(child(1))).not.toBe(childKey(child(2)));
  });

  it('stays the same whoever declares it and however the name is written (O §4.5 duplicate submission)', () => {
    const ofFather = {
      ...child(1, 'Nguyễn Lê Ân'),
      requester: { ...declaration.requester, relation: 'father' as const },
    };
    expect(childKey(ofFather)).toBe(childKey(child(1)));
  });

  it('is name, date, order and mother where no notification exists', () => {
    const proof = { kind: 'own-statement' } as const;
    const first = { ...child(1, 'Lê Thị Hoà'), proof };
    expect(childKey(first)).toBe(childKey({ ...child(1, 'Lê Thị Hòa'), proof }));
    expect(childKey(first)).not.toBe(childKey({ ...child(1, 'Lê Thị Hóa'), proof }));
    expect(childKey(first)).not.toBe(childKey({ ...child(2, 'Lê Thị Hoà'), proof }));
  });
});
