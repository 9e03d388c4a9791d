import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText, isCanonicalText } from './canonical-text';

const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    '10',
    '9',
    '09',
    '-1',
    '1e3',
    'é',
    '\ufb33',
    '\ud83d\ude00',
  ),
);
const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null)), // prettier-ignore
  tree: fc.oneof(
    { depthSize: 'medium' },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc
      .array(fc.tuple(name, fc.option(tie('tree'), { nil: undefined })), { maxLength: 5 })
      .map((members) => Object.fromEntries(members)),
  ),
}));

describe('canonical text', () => {
  it('is what canonicalize writes, for every value and every name', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalText(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is recognised exactly when canonicalize writes the same', () => {
    fc.assert(
      fc.property(tree, fc.boolean(), (value, canonical) => {
        const text = (canonical ? canonicalize(value) : JSON.stringify(value)) ?? 'null';
        const parsed: unknown = JSON.parse(text);
        expect(isCanonicalText(text, parsed)).toBe(canonicalize(parsed) === text);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['{"a":1,"a":1}', '{"b":1,"a":1}', '{"9":1,"10":1}', '[1.0]', '{"a": 1}', '["\\u0041"]'])(
    'is not %s',
    (text) => {
      expect(isCanonicalText(text, JSON.parse(text))).toBe(false);
    },
  );

  it('may have names that are numbers', () => {
    expect(isCanonicalText('{"10":1,"9":1,"a":1}', JSON.parse('{"10":1,"9":1,"a":1}'))).toBe(true);
  });
});
