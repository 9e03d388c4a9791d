import type { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';
import { deriveCivilFile, readCivilFile } from './civil-file';
import { listed } from '../report/list';

const birthOn = (day: string): BirthDeclaration => readCivilFile('birth', undefined, day) as BirthDeclaration;

describe('the shipped declarations', () => {
  it('are told on the day that is played: the story moves, birthdays of the grown-ups stay', () => {
    const { child, proof, mother } = birthOn('2019-08-12');
    expect([child.birthDate, proof.issuedOn]).toEqual(['2019-07-29', '2019-07-30']);
    expect(mother?.birthDate).toBe(birthOn('2026-08-03').mother?.birthDate);
    const { deceased } = readCivilFile('death', undefined, '2026-08-04') as DeathDeclaration;
    expect([deceased.diedOn, deceased.birthDate]).toEqual(['2026-08-02', '1930-05-19']);
  });

  it('give as many families as are wanted, each whole: who asks is still the mother', () => {
    const one = birthOn('2026-08-03');
    const others = [1, 2, 3].map((index) => deriveCivilFile(one, { index, tag: 'a' }) as BirthDeclaration);
    for (const { mother, requester } of others)
      expect(requester.personalIdentificationNumber).toBe(mother?.personalIdentificationNumber);
    expect(new Set([one, ...others].map(({ proof }) => proof.number)).size).toBe(4);
    expect(new Set([one, ...others].map(({ mother }) => mother?.personalIdentificationNumber)).size).toBe(4);
  });

  it('can be played in the scenarios that the list names, the one without a hitch first', () => {
    expect(listed().map(({ procedure, scenarios }) => [procedure, scenarios[0]?.name])).toEqual([
      ['land-transfer', 'sunny'],
      ['birth', 'happy'],
      ['death', 'happy'],
    ]);
  });
});
