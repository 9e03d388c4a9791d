import { Unmarked } from './unmarked';

describe('rows that are not marked yet', () => {
  const at = new Date('2026-08-03T09:00:00+07:00');

  it('are taken once, each with the time at which it was sent', () => {
    const unmarked = new Unmarked<string>((row) => row.length);
    unmarked.add(['a', 'b'], at);
    expect(unmarked.take()).toEqual([
      { row: 'a', sentAt: at },
      { row: 'b', sentAt: at },
    ]);
    expect(unmarked.take()).toEqual([]);
  });

  it('wait no longer when they are too many or too large', () => {
    const unmarked = new Unmarked<string>((row) => row.length, { rows: 3, bytes: 10 });
    unmarked.add(['a', 'b'], at);
    expect(unmarked.isFull).toBe(false);
    unmarked.add(['c'], at);
    expect(unmarked.isFull).toBe(true);
    unmarked.forget((row) => row === 'c');
    expect(unmarked.isFull).toBe(false);
    unmarked.add(['a long row'], at);
    expect(unmarked.isFull).toBe(true);
    unmarked.take();
    expect(unmarked.isFull).toBe(false);
  });

  it('need no mark once they are settled', () => {
    const unmarked = new Unmarked<string>((row) => row.length);
    unmarked.add(['a', 'b', 'c'], at);
    unmarked.forget((row) => row !== 'b');
    expect(unmarked.length).toBe(1);
    expect(unmarked.take().map(({ row }) => row)).toEqual(['b']);
  });
});
