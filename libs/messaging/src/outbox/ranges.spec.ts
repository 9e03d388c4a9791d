import { Ranges } from './ranges';

describe('ranges of numbers', () => {
  it('hold what lies in one of them, in its stream and epoch', () => {
    const ranges = new Ranges();
    ranges.add('dossier:a', 1, [2, 3]);
    ranges.add('dossier:a', 1, [7, 7]);
    const held = (stream: string, epoch: number): number[] =>
      [1, 2, 3, 4, 7, 8].filter((seq) => ranges.hold({ stream, epoch, seq }));
    expect(held('dossier:a', 1)).toEqual([2, 3, 7]);
    expect(held('dossier:a', 2)).toEqual([]);
    expect(held('dossier:b', 1)).toEqual([]);
  });
});
