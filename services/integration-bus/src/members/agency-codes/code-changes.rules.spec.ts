import { withCode } from './code-changes.rules';

const old = { code: '000.00.12.H19', validFrom: '2016-04-01' };
const added = { code: 'H19.12', validFrom: '2025-07-01' };

describe('a new agency code of a member (O §2.1)', () => {
  it('ends the code that it replaces on the day before, and is named as its successor', () => {
    expect(withCode([old], added, old.code)).toEqual([
      { ...old, validTo: '2025-06-30', successors: ['H19.12'] },
      added,
    ]);
  });

  it('leaves the others as they are when it replaces none', () => {
    expect(withCode([old], added, undefined)).toEqual([old, added]);
  });

  it('does not replace a code that the member has not on that day', () => {
    expect(() => withCode([{ ...old, validTo: '2024-12-31' }], added, old.code)).toThrow('AGENCY_CODE_UNKNOWN');
    expect(() => withCode([old], added, 'H19.99')).toThrow('AGENCY_CODE_UNKNOWN');
  });
});
