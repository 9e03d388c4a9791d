import { defineProcedure } from './define-procedure';
import { days, forkedSteps, forkedVersion, invented, inventedProcedure, step, withStep } from './forked.mother';
import type { Procedure, ProcedureStep, ProcedureVersion } from './procedure';
import { soundnessFaults } from './soundness';

const known = (id: string): ProcedureStep => forkedSteps.find((candidate) => candidate.id === id)!;
const supplement = known('move').supplement!;
const [opinion] = known('check').opinions!;
const withBranch = (id: string, change: Partial<NonNullable<ProcedureVersion['branches']>[number]>): Procedure =>
  inventedProcedure({
    branches: forkedVersion.branches!.map((branch) => (branch.id === id ? { ...branch, ...change } : branch)),
  });
const named = (name: string): string => {
  const found = invented.messages.find(({ type }) => type.split('.').at(-2) === name);
  return found!.type;
};

describe('a chain with branches', () => {
  it('is sound as it is', () => {
    expect(soundnessFaults(inventedProcedure(), invented)).toEqual([]);
  });

  const faulty: readonly (readonly [string, Procedure, string])[] = [
    [
      'with joins that wait for each other',
      inventedProcedure({
        steps: [
          ...forkedSteps.map((other) => (other.id === 'register' ? { ...other, next: ['one', 'two'] } : other)),
          step('one', { next: ['two', 'move', 'ask-money'] }),
          step('two', { next: ['one', 'move', 'ask-money'] }),
        ],
      }),
      'one and two can wait for ever',
    ],
    [
      'whose parallel steps cannot be told apart',
      inventedProcedure({
        steps: [
          ...forkedSteps.map((other) => (other.id === 'conclude' ? { ...other, next: ['left', 'right'] } : other)),
          step('left', { doneBy: [named('registered')], next: ['hand-over'] }),
          step('right', { doneBy: [named('registered')], next: ['hand-over'] }),
        ],
      }),
      'left and right wait for the same message at the same time',
    ],
    ['with a step of an unknown branch', withStep('move', { branch: 'moon' }), 'move belongs to unknown branch moon'],
    [
      'with a branch that nothing belongs to',
      withStep('move', { branch: 'card', refusals: [] }),
      'branch residence has no step',
    ],
    ['with a branch without a deadline', withBranch('card', { limits: [] }), 'branch card has no deadline'],
    [
      'with a branch whose clock never runs',
      withStep('move', { clock: 'stands' }),
      'the clock of branch residence never runs',
    ],
    [
      'whose pivot could be left out',
      withBranch('registration', { optional: true }),
      'branch registration holds the pivot and cannot be left out',
    ],
    [
      'without a total time for a choice of the applicant',
      inventedProcedure({ totalLimits: days(20).map((row) => ({ ...row, only: ['residence', 'card'] })) }),
      'no total deadline without residence under regime law',
    ],
    [
      'with an extension without a length',
      inventedProcedure({ extensions: [{ id: 'far', name: { vi: 'xa', en: 'far' }, foundBy: 'desk', limits: [] }] }),
      'extension far has no length',
    ],
    ['without a rule set', inventedProcedure({ ruleSets: [] }), 'no rule set'],
    [
      'that wants papers without a limit',
      withStep('move', { supplement: { ...supplement, limits: [] } }),
      'the supplement of move has no limit',
    ],
    [
      'that wants papers before anything was handed in',
      withStep('declare', {
        branch: 'registration',
        supplement: { ...supplement, askedBy: named('handed-over'), missed: { next: 'stopped' } },
      }),
      'declare may want papers although nothing was handed in before it',
    ],
    [
      'whose missed papers lead nowhere',
      withStep('move', { supplement: { ...supplement, missed: { next: 'moon' } } }),
      'missed supplement of move leads to unknown moon',
    ],
    [
      'whose wanted papers the owner never hears of',
      withStep('move', { supplement: { ...supplement, answeredBy: named('paid') } }),
      'move: the owner never hears vn.lienthong.bank.paid.v1',
    ],
    [
      'with a refusal that ends a branch from outside of all',
      withStep('conclude', { refusals: [{ by: named('registered'), when: 'never', endsBranch: 8 }] }),
      'refusal of conclude ends a branch but stands in none',
    ],
    [
      'that does not accept what it had accepted (O §1.3, corrections row 9)',
      withStep('insure', { state: 4 }),
      'refusal of insure is "not accepted" although insure was accepted',
    ],
    [
      'that is stopped as a whole after the pivot',
      withStep('move', { refusals: [{ by: named('police-refused'), when: 'refused', next: 'stopped' }] }),
      'refusal of move stops the procedure although it is after the pivot register',
    ],
    [
      'that undoes a step after the pivot',
      withStep('move', { undoneBy: named('police-asked') }),
      'move is undone although it is not before the pivot register',
    ],
    [
      'with an opinion without a limit',
      withStep('check', { opinions: [{ ...opinion!, limits: [] }] }),
      'the opinion of ministry on check has no limit',
    ],
    [
      'with an opinion that another agency would give',
      withStep('check', { opinions: [{ ...opinion!, of: 'police' }] }),
      'check of police cannot send vn.lienthong.ministry.opinion-given.v1 of ministry',
    ],
    [
      'with an opinion of an agency that may not be asked',
      withStep('check', { opinions: [{ ...opinion!, askedBy: named('police-asked') }] }),
      'check: ministry has no grant for vn.lienthong.office.police-asked.v1',
    ],
    [
      'of which the owner would hear a refusal but never that it is done',
      withStep('insure', { doneBy: [named('money-asked')] }),
      'office hears vn.lienthong.insurer.insurer-refused.v1 of insure but never that it is done',
    ],
    [
      'whose pivot the owner never hears of',
      inventedProcedure({
        pivot: 'pay',
        branches: forkedVersion.branches!.map((row) => ({ ...row, optional: false })),
      }),
      'office never hears of the pivot pay',
    ],
    [
      'whose message may come again until an unknown step',
      withStep('conclude', { againUntil: 'moon' }),
      'conclude may come again until unknown moon',
    ],
    [
      'that has no result',
      inventedProcedure({
        ends: [...forkedVersion.ends, { id: 'bliss', state: 10, name: { vi: 'mơ', en: 'bliss' } }],
      }),
      'end bliss is never reached',
    ],
    [
      'whose versions overlap',
      { ...inventedProcedure(), versions: [forkedVersion, { ...forkedVersion, version: 2, validFrom: '2026-01-01' }] },
      'version 2 begins before version 1 has ended',
    ],
  ];

  it.each(faulty)('%s is refused', (_what, procedure, fault) => {
    expect(soundnessFaults(procedure, invented).join('\n')).toContain(fault);
    expect(() => defineProcedure(procedure, invented)).toThrow('procedures.UNSOUND');
  });
});
