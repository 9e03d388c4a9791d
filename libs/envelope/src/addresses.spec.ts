import { memberOfSource, recipientsOf, recipientsText, sourceOf } from './addresses';

describe('addresses', () => {
  const tax = { member: 'tax', office: 'bien-hoa' };
  const intake = { member: 'intake', office: 'long-thanh' };

  it('are written sorted and read back', () => {
    expect(recipientsText([tax, intake])).toBe('intake/long-thanh,tax/bien-hoa');
    expect(recipientsOf('intake/long-thanh,tax/bien-hoa')).toEqual([intake, tax]);
  });

  it('are refused when there is none, one twice, or one with a foreign letter', () => {
    for (const list of [[], [tax, tax], [{ member: 'tax', office: 'Biên Hòa' }], [{ member: 'tax/x', office: 'y' }]]) {
      expect(() => recipientsText(list)).toThrow('envelope.RECIPIENTS_INVALID');
    }
  });

  it('of a sender name the member in the source', () => {
    expect(memberOfSource(sourceOf('land-registry'))).toBe('land-registry');
  });
});
