import type { Target } from './effects/effect';
import { passes, reportOf } from './report';

const effects = ['sql commit', 'produce tax.out'].map((name) => ({ process: 'tax', name }));
const at = (name: string, when: Target['when']): Target => ({ process: 'tax', name, when, occurrence: 1 });
const everything = effects.flatMap(({ name }) => [at(name, 'before'), at(name, 'after')]);
const facts = {
  ...{
    procedure: 'land-transfer' as const,
    seeds: [1],
    effectsBeside: 0,
    dossiers: 1,
    messages: 18,
    rounds: 1,
    crashes: { postgres: 0, kafka: 0 },
  },
  durations: { startMs: 0, recordMs: 0, sweepMs: 0, totalMs: 0 },
};
const reported = (killed: readonly Target[], givenUp: readonly Target[]) =>
  reportOf({ killed, givenUp, findings: [], effects, facts });

describe('the report of a sweep', () => {
  it('fails the full sweep when a recorded effect was not met before and after, and names it', () => {
    const report = reported(everything.slice(0, 3), everything.slice(3));
    expect(report).toMatchObject({ complete: false, effectsCovered: 1, notCovered: ['tax: after produce tax.out'] });
    expect(passes(report, { full: true })).toBe(false);
    expect(passes(reported(everything, []), { full: true })).toBe(true);
  });

  it('tells kills at effects of recovery, which are no part of the coverage', () => {
    const beside = at('sql select again', 'before');
    const report = reported([...everything, beside], [at('sql select again', 'after')]);
    expect(report).toMatchObject({ complete: true, kills: 5, killsBeside: 1, pointsCovered: 4, notCovered: [] });
  });

  it('counts a statement once, in whichever transactions it stands, and a commit by what it commits', () => {
    const places = ['sql select a ~111111', 'sql select a ~222222', 'sql commit ~333333', 'sql commit ~444444'];
    const of = (...names: readonly string[]): Target[] =>
      names.flatMap((name) => [at(name, 'before'), at(name, 'after')]);
    const named = places.map((name) => ({ process: 'tax', name }));
    const seen = (killed: readonly Target[]) => reportOf({ killed, givenUp: [], findings: [], effects: named, facts });
    expect(seen(of('sql select a ~111111', 'sql commit ~333333'))).toMatchObject({
      ...{ effectsRecorded: 3, effectsCovered: 2, complete: false, pointsRecorded: 8, pointsCovered: 4 },
    });
    expect(seen(of('sql select a ~222222', 'sql commit ~333333', 'sql commit ~444444'))).toMatchObject({
      ...{ effectsRecorded: 3, effectsCovered: 3, complete: true, pointsRecorded: 8, pointsCovered: 6 },
    });
  });

  it('only states the coverage of a sweep that was narrowed', () => {
    const report = reported(everything.slice(0, 1), []);
    expect(report).toMatchObject({ complete: false, pointsCovered: 1, pointsRecorded: 4 });
    expect(passes(report, { full: false })).toBe(true);
  });
});
