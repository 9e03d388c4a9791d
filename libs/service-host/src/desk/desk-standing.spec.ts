import { changedFields } from './desk-standing';

describe('what a change is', () => {
  it('is every field whose content differs, also one that came or went', () => {
    const at = new Date(0);
    const before = { state: 'a', at, gone: 1, list: [{ n: 1 }], same: { deep: [1] } };
    const after = { state: 'b', at: new Date(0), come: 2, list: [{ n: 2 }], same: { deep: [1] } };
    expect([...changedFields(before, after)].sort()).toEqual(['come', 'gone', 'list', 'state']);
  });

  it('is no field where null stands for what is absent', () => {
    expect(changedFields({ a: undefined }, { a: null })).toEqual([]);
  });

  it('of a new row is all that it has', () => {
    expect(changedFields(undefined, { a: 1, b: undefined })).toEqual(['a']);
  });
});
