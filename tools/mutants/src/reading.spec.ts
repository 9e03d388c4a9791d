import { join } from 'node:path';
import { repositoryRoot } from '../../local-infra/src';
import { readMutants } from './mutant';
import { reading } from './reading';

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
    expect(mutants.map(({ name }) => name)).toEqual([
      'inbox-mark-outside-the-transaction',
      'mark-before-send',
      'offset-before-commit',
    ]);
    for (const { sweep, expected: one } of mutants) {
      expect(sweep.length).toBeGreaterThan(0);
      expect(['lost', 'duplicated', 'outOfOrder', 'money']).toContain(one.harm);
    }
  });
});
