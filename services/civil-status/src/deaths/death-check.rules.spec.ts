import { DeathDeclaredV1, type DeathDeclaration } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { checkDeath, deceasedKey } from './death-check.rules';

const { declaration } = messageOf(DeathDeclaredV1).example;
const ON = '2026-08-03';
const of = (change: Partial<DeathDeclaration['deceased']>): DeathDeclaration => ({
  ...declaration,
  deceased: { ...declaration.deceased, ...change },
});

describe('the check of a death declaration', () => {
  it('finds nothing to say about the usual one', () => {
    expect(checkDeath(declaration, ON)).toEqual({ flags: [], faults: [] });
  });

  it('registers with the data at hand when number or residence is missing (O §4.6 no personal number)', () => {
    const { personalIdentificationNumber: _number, residence: _residence, ...deceased } = declaration.deceased;
    expect(checkDeath({ ...declaration, deceased }, ON)).toEqual({
      flags: ['no-personal-number', 'no-residence'],
      faults: [],
    });
  });

  it.each([
    [{ kind: 'court-decision', number: '12/QĐ', issuedOn: '2026-07-01', issuedBy: 'Tòa án nhân dân' }, []],
    [{ kind: 'court-decision' }, ['proof-incomplete']],
    [{ kind: 'witness-paper', number: '1' }, []],
    [{ kind: 'witness-paper' }, ['proof-incomplete']],
    [{ kind: 'foreign-paper' }, ['proof-incomplete']],
  ] as const)('judges the substitute paper %j: %j (O §4.6 no death notification)', (proof, faults) => {
    expect(checkDeath({ ...declaration, proof, papers: [] }, ON)).toEqual({ flags: ['substitute-proof'], faults });
  });

  it('takes a substitute paper that came with the dossier', () => {
    const papers = [{ kind: 'witness-paper', name: 'Giấy của người làm chứng' }];
    expect(checkDeath({ ...declaration, proof: { kind: 'witness-paper' }, papers }, ON).faults).toEqual([]);
  });

  it('leaves a child that lived less than 24 hours to the rules outside the chain (O §4.6)', () => {
    expect(checkDeath(of({ birthDate: '2026-08-01' }), ON).faults).toEqual(['lived-less-than-a-day']);
    expect(checkDeath(of({ birthDate: '2026-07-30' }), ON).faults).toEqual([]);
  });

  it.each([
    [{ diedOn: '2026-08-04' }, ['died-later-than-declared']],
    [{ birthDate: '2026-08-02' }, ['died-before-birth']],
    [{ birthDate: '2027' }, ['died-before-birth']],
    [{ birthDate: '1940' }, []],
  ])('with %j finds %j', (change, faults) => expect(checkDeath(of(change), ON).faults).toEqual(faults));
});

describe('what makes a deceased person one', () => {
  it('is the personal number, whoever declares (O §4.6 second claim)', () => {
    expect(deceasedKey(declaration.deceased)).toBe(deceasedKey({ ...declaration.deceased, name: 'Tên khác' }));
  });

  it('is name, birth and death without a number', () => {
    const { personalIdentificationNumber: _number, ...unnumbered } = declaration.deceased;
    const spelled = { ...unnumbered, name: 'Trần Thị Hoà' };
    expect(deceasedKey(spelled)).toBe(deceasedKey({ ...unnumbered, name: 'Trần Thị Hòa' }));
    expect(deceasedKey(spelled)).not.toBe(deceasedKey({ ...spelled, birthDate: '1941' }));
  });
});
