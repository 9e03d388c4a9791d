import { Unmarked } from './unmarked';

describe('rows that are not marked yet', () => {
  const at = new Date('2026-08-03T09:00:00+07:00');

  it('are taken once, each with the time at which it was sent', () => {
    const unmarked = new Unmarked<string>();
    unmarked.add(['a', 'b'], at);
    expect(unmarked.take()).toEqual([
      { row: 'a', sentAt: at },
      { row: 'b', sentAt: at },
    ]);
    expect(unmarked.take()).toEqual([]);
  });

  it('need no mark once they are settled', () => {
    const unmarked = new Unmarked<string>();
    unmarked.add(['a', 'b', 'c'], at);
    unmarked.forget((row) => row !== 'b');
    expect(unmarked.length).toBe(1);
    expect(unmarked.take().map(({ row }) => row)).toEqual(['b']);
  });
});
