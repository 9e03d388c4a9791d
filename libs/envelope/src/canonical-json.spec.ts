import fc from 'fast-check';
import { canonicalBytes, MAX_DEPTH, MAX_PAYLOAD_BYTES, parseCanonical } from './canonical-json';
import { canonicalText } from './canonical-text';

const text = (value: unknown): string => canonicalBytes(value).toString('utf8');
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const faultOf = (act: () => unknown): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
};
const codeOf = (act: () => unknown): string => (faultOf(act) as { code: string } | undefined)?.code ?? 'accepted';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 §3.2.2 as in §3.2.3, its number beyond 2^53 apart', () => {
    const input = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E-30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as unknown;
    expect(text(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e-30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('gives the UTF-8 bytes of RFC 8785 §3.2.4', () => {
    expect(canonicalBytes({ string: '\u20ac$\u000f\nA\'B"\\\\"/' }).toString('hex')).toBe(
      '7b22737472696e67223a22e282ac245c75303030665c6e412742' + '5c225c5c5c5c5c222f227d',
    );
  });

  it('sorts names by UTF-16 units (RFC 8785 §3.2.3)', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const value = Object.fromEntries(names.map((name) => [name, name]));
    expect(Object.keys(JSON.parse(canonicalText(value) ?? '') as object).slice(1)).toEqual(
      ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'].filter((name) => name !== '1'),
    );
    expect(text({ b: 1, a: 2, 10: 3, 9: 4 })).toBe('{"10":3,"9":4,"a":2,"b":1}');
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [9007199254740991, '9007199254740991'],
    [333333333.33333325, '333333333.33333325'],
    [0.000001, '0.000001'],
    [1e-7, '1e-7'],
    [1424953923781206.2, '1424953923781206.2'],
  ])('writes the number %p as %s (RFC 8785 Appendix B)', (value, expected) => {
    expect(text(value)).toBe(expected);
    expect(parseCanonical(Buffer.from(expected))).toBe(value === 0 ? 0 : value);
  });

  it.each([9007199254740992, -9007199254740992, 295147905179352830000, 1e23, 1.7976931348623157e308])(
    'neither writes nor reads %p, whose neighbours fall together (RFC 7493 §2.2)',
    (value) => {
      expect(codeOf(() => canonicalBytes(value))).toBe('envelope.NOT_ENCODABLE');
      expect(codeOf(() => parseCanonical(Buffer.from(JSON.stringify(value))))).toBe('envelope.NUMBER_TOO_LARGE');
    },
  );

  it('reads back what it wrote, for every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (value) => {
        fc.pre(codeOf(() => canonicalBytes(value)) === 'accepted');
        const read = parseCanonical(canonicalBytes(value));
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text(read)).toBe(text(value));
      }),
    );
  });

  it.each([
    ['a bigint', { amount: 1n }],
    ['NaN', [Number.NaN]],
    ['infinity', { n: Infinity }],
    ['a date object', { at: new Date(0) }],
    ['undefined in a list', [undefined]],
    ['nothing at all', undefined],
    ['half a surrogate pair', { name: 'x\ud800' }],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
    ['half a surrogate pair behind a backslash', ['\\\\\udfff']],
    ['a function', { f: () => 1 }],
    ['a name that is not composed', { 'te\u0302n': 1 }],
  ])('refuses to write %s', (_, value) => {
    expect(codeOf(() => canonicalBytes(value))).toBe('envelope.NOT_ENCODABLE');
  });

  it('writes a text that only looks like an escape, and leaves absent fields out', () => {
    expect(parseCanonical(canonicalBytes({ a: '\\ud800', b: undefined, c: '\\\\ud800' }))).toEqual({
      a: '\\ud800',
      c: '\\\\ud800',
    });
  });

  it.each([
    ['spaces', '{"a": 1}', 'NOT_CANONICAL'],
    ['another order of names', '{"b":1,"a":1}', 'NOT_CANONICAL'],
    ['a duplicate name', '{"a":1,"a":1}', 'NAME_REPEATED'],
    ['a duplicate name behind texts that look like one', '{"a":"\\"a\\":","b":{"a":1},"a":1}', 'NAME_REPEATED'],
    ['names of several objects, and spaces', '[{"a":1}, {"a":":"}]', 'NOT_CANONICAL'],
    ['a number beyond double precision', '[9007199254740993]', 'NUMBER_TOO_LARGE'],
    ['a number that only readers of doubles agree on', '[9007199254740992]', 'NUMBER_TOO_LARGE'],
    ['the digits of such a number in a text, and a space', '["9007199254740993" ]', 'NOT_CANONICAL'],
    ['a long number', '[1.0]', 'NOT_CANONICAL'],
    ['an exponent of another form', '[1E2]', 'NOT_CANONICAL'],
    ['minus zero', '[-0]', 'NOT_CANONICAL'],
    ['a number without end', '[1e400]', 'NUMBER_TOO_LARGE'],
    ['a name that is not composed', '{"te\u0302n":1}', 'NAME_NOT_COMPOSED'],
    ['an escape that is not needed', '["\\u0041"]', 'NOT_CANONICAL'],
    ['an escaped slash', '["\\/"]', 'NOT_CANONICAL'],
    ['half a surrogate pair', '["\\ud800"]', 'SURROGATE_ALONE'],
    ['half a surrogate pair after an escaped backslash', '["\\\\\\udfff"]', 'SURROGATE_ALONE'],
    ['a byte order mark', '\ufeff[]', 'NOT_JSON'],
    ['an end of line', '[]\n', 'NOT_CANONICAL'],
    ['a broken text', '{"a":', 'NOT_JSON'],
    ['nothing', '', 'NOT_JSON'],
  ])('refuses to read %s', (_, bytes, code) => {
    expect(codeOf(() => parseCanonical(Buffer.from(bytes, 'utf8')))).toBe(`envelope.${code}`);
  });

  it('refuses bad UTF-8, also where it would be read as the replacement character', () => {
    for (const bytes of [[0xff], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]]) {
      const value = Buffer.concat([Buffer.from('["'), Buffer.from(bytes), Buffer.from('"]')]);
      expect(codeOf(() => parseCanonical(value))).toBe('envelope.NOT_UTF8');
    }
    expect(parseCanonical(Buffer.from('["\ufffd"]'))).toEqual(['\ufffd']);
  });

  it('says nothing of the content that it refuses', () => {
    for (const bytes of ['{"name":"Lê Thị Cúc"', '{"name":"Lê Thị Cúc" }', '{"name":"Lê Thị Cúc","name":1}']) {
      const fault = faultOf(() => parseCanonical(Buffer.from(bytes)));
      expect(`${String(fault)} ${String((fault as Error).cause)}`).not.toContain('Cúc');
    }
  });

  it('refuses deep nesting before any recursive reader sees it', () => {
    expect(parseCanonical(Buffer.from(nested(MAX_DEPTH)))).toBeDefined();
    expect(codeOf(() => parseCanonical(Buffer.from(nested(MAX_DEPTH + 1))))).toBe('envelope.TOO_DEEP');
    expect(codeOf(() => parseCanonical(Buffer.from('[{"a":'.repeat(40_000))))).toBe('envelope.TOO_DEEP');
    expect(parseCanonical(Buffer.from(JSON.stringify(['\\"' + '['.repeat(50)])))).toEqual(['\\"' + '['.repeat(50)]);
  });

  it('writes as deep as it reads, and no deeper', () => {
    expect(canonicalBytes(JSON.parse(nested(MAX_DEPTH))).toString()).toBe(nested(MAX_DEPTH));
    expect(codeOf(() => canonicalBytes(JSON.parse(nested(MAX_DEPTH + 1))))).toBe('envelope.TOO_DEEP');
  });

  it('refuses a payload over 256 KiB', () => {
    const bytes = Buffer.from(JSON.stringify('x'.repeat(MAX_PAYLOAD_BYTES - 2)));
    expect(parseCanonical(bytes)).toHaveLength(MAX_PAYLOAD_BYTES - 2);
    expect(codeOf(() => parseCanonical(Buffer.concat([bytes, bytes])))).toBe('envelope.TOO_LARGE');
  });

  it('keeps a name such as __proto__ as data', () => {
    const value = parseCanonical(Buffer.from('{"__proto__":{"a":1}}')) as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
