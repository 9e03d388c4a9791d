import { pageOf, placeOf } from './page';

const shape = { view: (n: number) => `row ${n}`, place: (n: number) => [`since ${n}`, String(n)] };
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page of a list', () => {
  it('shows the rows asked for, and names the place of the last one when another page follows', () => {
    const { items, next } = pageOf([1, 2, 3], 2, shape);
    expect(items).toEqual(['row 1', 'row 2']);
    expect(placeOf(next ?? '', 2)).toEqual(['since 2', '2']);
  });

  it('has no next page when no row is left', () => {
    expect(pageOf([1, 2], 2, shape)).toEqual({ items: ['row 1', 'row 2'] });
    expect(pageOf([], 2, shape)).toEqual({ items: [] });
  });

  it.each([
    ['no JSON', 'x'],
    ['no list', cursor('ab')],
    ['too few parts', cursor(['a'])],
    ['too many parts', cursor(['a', 'b', 'c'])],
    ['a part that is no text', cursor(['a', 1])],
    ['a text that no database takes', cursor(['a', 'b\0'])],
  ])('refuses a cursor that holds %s', (_what, text) => {
    expect(() => placeOf(text, 2)).toThrow('http.CURSOR_INVALID');
  });
});
