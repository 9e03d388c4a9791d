import type { DeathDeclaration, Deceased } from '@lienthong/contracts';
import { deathOf, deathRequest, submittedAt } from '../../test/civil.mother';
import { deathRules } from './death-declaration.rules';
import { declarationFaults } from './declaration-check';
import { DeclareDeathRequest } from './declare-death.request';

const { deceased, requester, proof } = deathOf();

function faultsOf(body: unknown): string[] {
  return declarationFaults(DeclareDeathRequest, deathRules, { body, now: submittedAt }).map(
    ({ path, rule }) => `${path} ${rule}`,
  );
}

const changed = (change: Partial<Record<keyof DeathDeclaration, unknown>>): object => ({ ...deathRequest, ...change });
const withDeceased = (change: Partial<Deceased>): object => changed({ deceased: { ...deceased, ...change } });

describe('a declaration of death', () => {
  it('is accepted when it breaks no rule', () => {
    expect(faultsOf(deathRequest)).toEqual([]);
  });

  it('is accepted without a personal number and without a residence (O §4.6)', () => {
    expect(faultsOf(withDeceased({ personalIdentificationNumber: undefined, residence: undefined }))).toEqual([]);
  });

  it.each([
    ['court-decision', { number: '12/2026/QĐ', issuedOn: '2026-08-02' }],
    ['record', {}],
    ['witness-paper', {}],
    ['foreign-paper', {}],
  ])('without a notification brings the substitute of the right kind: %s (O §4.6)', (kind, more) => {
    const papers = [{ kind, name: 'Giấy tờ thay thế giấy báo tử' }];
    expect(faultsOf(changed({ proof: { kind, ...more }, papers }))).toEqual([]);
    const expected =
      kind === 'court-decision' ? ['proof.number required', 'proof.issuedOn required'] : ['papers substitute-paper'];
    expect(faultsOf(changed({ proof: { kind }, papers: [] }))).toEqual(expected);
  });

  it('is refused when the death lies in the future, by day or by time', () => {
    expect(faultsOf(withDeceased({ diedOn: '2026-08-04' }))).toContain('deceased.diedOn not-in-future');
    const today = { ...deathRequest, proof: { ...proof, issuedOn: '2026-08-03' } };
    const at = (diedAtTime: string) => ({ ...today, deceased: { ...deceased, diedOn: '2026-08-03', diedAtTime } });
    expect(faultsOf(at('09:11'))).toEqual(['deceased.diedAtTime not-in-future']);
    expect(faultsOf(at('09:10'))).toEqual([]);
  });

  it('is refused when the person was born after the death, or lived less than a day (O §4.6)', () => {
    const noNumber = { personalIdentificationNumber: undefined } as never as Partial<Deceased>;
    expect(faultsOf(withDeceased({ ...noNumber, birthDate: '2026-08-02' }))).toEqual([
      'deceased.birthDate before-death',
    ]);
    expect(faultsOf(withDeceased({ ...noNumber, birthDate: deceased.diedOn }))).toEqual([
      'deceased.birthDate lived-a-day',
    ]);
  });

  it('checks the personal number against sex and year of birth (O §4.3)', () => {
    expect(faultsOf(withDeceased({ sex: 'female' }))).toEqual([
      'deceased.personalIdentificationNumber personal-number-sex',
    ]);
  });

  it('takes two, three or four procedures of the group, never one (O §4.6)', () => {
    const alone = { residenceWanted: false, benefitsWanted: false, funeral: undefined };
    expect(faultsOf(changed(alone))).toEqual(['residenceWanted chain']);
    expect(faultsOf(changed({ ...alone, residenceWanted: true }))).toEqual([]);
    expect(faultsOf(changed({ ...alone, residenceWanted: true, benefitsWanted: true }))).toEqual([]);
  });

  it('may come from any relative who proves who they are', () => {
    expect(faultsOf(changed({ requester: { name: requester.name, relation: 'sibling' } }))).toEqual([
      'requester.identityPaper identity',
    ]);
  });
});
