import { rounds } from './dependable-producer';

const message = (kilobytes: number) => ({ key: 'k', value: Buffer.alloc(kilobytes * 1_000) });

describe('a send larger than the broker takes', () => {
  it('is cut into rounds that keep the order of each topic', () => {
    const big = [message(250), message(251), message(252), message(253), message(254)];
    const cut = rounds([
      { topic: 'a', messages: big },
      { topic: 'b', messages: [message(1)] },
    ]);
    expect(cut.map((round) => round.map(({ topic, messages }) => [topic, messages.length]))).toEqual([
      [
        ['a', 3],
        ['b', 1],
      ],
      [['a', 2]],
    ]);
    expect(cut.flatMap((round) => round.filter((t) => t.topic === 'a').flatMap((t) => t.messages))).toEqual(big);
  });

  it('counts what one topic gets in several parts together', () => {
    const part = { topic: 'a', messages: [message(300), message(300)] };
    expect(rounds([part, part]).map((round) => round.map(({ messages }) => messages.length))).toEqual([[2], [2]]);
  });

  it('goes as one round when it fits, and a single record always goes', () => {
    expect(rounds([{ topic: 'a', messages: [message(1), message(2)] }])).toHaveLength(1);
    expect(rounds([{ topic: 'a', messages: [message(900)] }])).toHaveLength(1);
    expect(rounds([])).toEqual([]);
  });
});
