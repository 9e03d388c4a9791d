import type { Target } from '../effects/effect';
import { Agenda } from './agenda';
import { planned, quotas } from './plan';

const effects = ['sql begin', 'sql commit', 'produce tax.out', 'offset-commit tax.in'].flatMap((name) =>
  ['tax', 'treasury'].map((process) => ({ process, name, times: 3 })),
);
const target = (name: string): Target => ({ process: 'tax', name, when: 'before', occurrence: 1 });

describe('a plan of kills', () => {
  it('meets every effect before and after, the first time it comes', () => {
    const plan = planned(effects, { seed: 1, pass: 0 });
    expect(plan).toHaveLength(2 * effects.length);
    expect(new Set(plan.map(({ process, name, when }) => `${process}|${name}|${when}`)).size).toBe(2 * effects.length);
    expect(plan.every(({ occurrence }) => occurrence === 1)).toBe(true);
  });

  it('is the same for the same seed, however the record was ordered, and another for another', () => {
    const plan = planned(effects, { seed: 7, pass: 1 });
    expect(planned([...effects].reverse(), { seed: 7, pass: 1 })).toEqual(plan);
    expect(planned(effects, { seed: 8, pass: 1 })).not.toEqual(plan);
  });

  it('draws other occurrences in later passes, never beyond those of the record', () => {
    const drawn = planned(effects, { seed: 3, pass: 1 }).map(({ occurrence }) => occurrence);
    expect(new Set(drawn).size).toBeGreaterThan(1);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(3);
  });

  it('spreads a limited number of kills over the processes in turn', () => {
    const targets = [target('a'), target('b'), target('c'), { ...target('a'), process: 'treasury' }];
    expect(Object.fromEntries(quotas(targets, 3))).toEqual({ tax: 2, treasury: 1 });
    expect(Object.fromEntries(quotas(targets, 99))).toEqual({ tax: 3, treasury: 1 });
  });
});

describe('the agenda of a process', () => {
  it('is done when every target was hit', () => {
    const agenda = new Agenda([target('a'), target('b')]);
    expect(agenda.window()).toEqual([target('a'), target('b')]);
    agenda.hit(target('b'));
    expect(agenda.isDone).toBe(false);
    agenda.hit(target('a'));
    expect(agenda).toMatchObject({ isDone: true, killed: [target('b'), target('a')] });
  });

  it('is done after as many kills as are wanted, and arms no further', () => {
    const agenda = new Agenda([target('a'), target('b')], { most: 1 });
    agenda.hit(target('a'));
    expect(agenda.isDone).toBe(true);
    expect(agenda.window()).toEqual([]);
  });

  it('puts targets back that are not met, and in the end names those that never were', () => {
    const agenda = new Agenda([target('a')]);
    for (let turn = 0; turn < 10 && !agenda.isDone; turn += 1) agenda.missed();
    expect(agenda.givenUp).toEqual([target('a')]);
  });

  it('arms few targets at a time, and all that are left once a turn was in vain', () => {
    const agenda = new Agenda([target('a'), target('b'), target('c')], { width: 1 });
    expect(agenda.window()).toEqual([target('a')]);
    agenda.missed();
    expect(agenda.window()).toEqual([target('b'), target('c'), target('a')]);
  });

  it('gives a target up after fewer turns where it is told so', () => {
    const agenda = new Agenda([target('a')], { turns: 1 });
    agenda.missed();
    expect(agenda).toMatchObject({ isDone: true, givenUp: [target('a')] });
  });
});
