import fc from 'fast-check';
import { everyField, person } from './fields.mother';

/** Steps from a body to one value in it. */
export type Path = readonly (string | number)[];

/** Values that validators are known to judge differently, or that just fail one rule. */
export const NASTY: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, 9, 10, 1.5, -1, 1e400, Number.MAX_SAFE_INTEGER + 1],
  ...[
    '',
    ' ',
    'a',
    'ab',
    'abcdef',
    'ABCD',
    'null',
    '\u0000',
    'a\u0000b',
    'a\nb',
    '\ud800x',
    '😀😀',
    '😀😀😀',
    '\u200d\ufe0f\ufe0fab',
  ],
  ...[
    'e\u0301e\u0301e\u0301',
    '0',
    '00',
    '007',
    '-1',
    '1.',
    '1.0',
    '0.00',
    '0.001',
    '100.50',
    '1e3',
    '٣',
    '1'.repeat(18),
    '1'.repeat(19),
  ],
  ...['1', '1/1', '2/2', '3/2', '0/1', '1/0', '01/2', '1/2 ', '0.5', '999999999/1000000000', '1/999999999'],
  ...['2026-02-29', '2024-02-29', '2026-13-01', '2026-8-3', '0999-01-01', '2999-12-31', '3000-01-01', '2026-08-03T'],
  ...[
    '2026-08-03T09:12:00+07:00',
    '2026-08-03T09:12:00Z',
    '2026-08-03T24:00:00Z',
    '2026-08-03T23:59:60Z',
    '2026-02-30T00:00:00Z',
  ],
  ...[
    '2026-08-03t09:12:00z',
    '2026-08-03T09:12:00',
    '2026-08-03T09:12:00.1234Z',
    '2026-08-03T09:12:00+24:00',
    '2026-08-03 09:12:00Z',
  ],
  ...[
    'H19-260230-0001',
    'H19-260803-0001',
    '000.00.19.H19-190812-0007',
    'H19-20260803-12345',
    'H19-260803-1',
    'H19-260803-0001\n',
  ],
  ...[
    'bien-hoa',
    'Bien-hoa',
    'bien--hoa',
    '-a',
    'a1',
    'a'.repeat(61),
    '1.013831',
    '1.01383',
    '000190000001',
    '07519000000a',
  ],
  ...[
    '019BF0F2-69F0-7B21-8C11-5A1F2E3D4C05',
    '019bf0f2-69f0-4b21-8c11-5a1f2e3d4c05',
    `${'h'.repeat(42)}B`,
    `${'h'.repeat(43)}=`,
  ],
  ...[[], [[]], {}, [{}], [null], ['a'], ['a', 'b', 'c'], ['abcd'], [''], ['\u0000'], [1], [person], [[person]]],
  ...[person, { ...person, birthDate: null }, { ...person, extra: 1 }, { length: 1, 0: person }],
];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** A copy of the value with one inner value changed; undefined takes it away. */
export function changed(value: unknown, path: Path, change: (inner: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const inner = changed(copy[key], rest, change);
  if (inner !== undefined) copy[key] = inner;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

/** Every place in a valid body. */
export const fieldPaths = pathsOf(everyField).filter((path) => path.length > 0);
const replacement = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(everyField)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const mutation = fc.record({
  path: fc.constantFrom(...fieldPaths),
  value: fc.option(replacement, { nil: undefined, freq: 8 }),
});
/** A valid body with up to two places replaced or taken away. */
export const mutatedBody = fc.array(mutation, { maxLength: 2 }).map((mutations) =>
  mutations.reduce<unknown>((value, { path, value: next }) => {
    const isThere = pathsOf(value).some((known) => known.join('/') === path.join('/'));
    return isThere ? changed(value, path, () => next) : value;
  }, everyField),
);
