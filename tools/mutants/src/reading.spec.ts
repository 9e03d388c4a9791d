import { join } from 'node:path';
import { repositoryRoot } from '../../local-infra/src';
import { readMutants } from './mutant';
import { reading, readingOfTest } from './reading';

const expected = { harm: 'lost', seen: 'while the process lies dead', text: 'committed an offset' };
const violation = { ...expected, text: 'tax has committed an offset beyond it' };
const document = (...violations: readonly object[]): string => JSON.stringify({ kills: 3, violations });

describe('a planted bug', () => {
  it('counts as found only by the harm, the moment and the words that are expected of it', () => {
    expect(reading(document(violation), expected)).toMatchObject({ found: true });
    for (const change of [{ harm: 'stuck' }, { harm: 'died' }, { seen: 'at rest' }, { text: 'something else' }])
      expect(reading(document({ ...violation, ...change }), expected)).toMatchObject({ found: false });
    expect(reading(document(), expected).text).toBe(
      '3 kills and no lost while the process lies dead; no violation at all',
    );
    expect(reading('', expected)).toMatchObject({ found: false });
  });

  it('says in its patch where the sweep bites and what it must find', () => {
    const mutants = readMutants(join(repositoryRoot(), 'test', 'mutants'));
    expect(mutants.filter(({ trial }) => trial.by === 'sweep').map(({ name }) => name)).toEqual([
      'inbox-mark-outside-the-transaction',
      'mark-before-send',
      'offset-before-commit',
    ]);
    for (const { trial } of mutants) {
      if (trial.by === 'test') continue;
      expect(trial.options.length).toBeGreaterThan(0);
      expect(['lost', 'duplicated', 'outOfOrder', 'money']).toContain(trial.expected.harm);
    }
  });

  it('counts as found by a specification only when the test that is named has failed', () => {
    const ran = (...results: [fullName: string, status: string][]): string =>
      JSON.stringify({
        testResults: [{ message: '', assertionResults: results.map(([fullName, status]) => ({ fullName, status })) }],
      });
    expect(readingOfTest(ran(['treasury books once (F13)', 'failed']), '(F13)')).toMatchObject({ found: true });
    expect(readingOfTest(ran(['treasury books once (F13)', 'passed']), '(F13)')).toMatchObject({ found: false });
    expect(readingOfTest(ran(['treasury books', 'failed']), '(F13)')).toMatchObject({ found: false });
    const broken = JSON.stringify({ testResults: [{ message: 'SyntaxError', assertionResults: [] }] });
    expect(readingOfTest(broken, '(F13)')).toEqual({ found: false, text: "no test '(F13)' among 0; SyntaxError" });
    expect(readingOfTest('', '(F13)')).toMatchObject({ found: false });
  });
});
