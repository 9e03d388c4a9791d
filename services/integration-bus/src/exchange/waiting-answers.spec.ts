import type { Answer } from './answers.rules';
import { WaitingAnswers } from './waiting-answers';

const accepting = (...numbers: number[]): Answer => ({
  accepted: numbers.map((upTo) => ({ stream: 'dossier:a', epoch: 1, from: upTo, upTo })),
  rejected: [],
  wanted: [],
});
const nobody = (): boolean => false;

describe('answers that wait', () => {
  it('are merged by member, and are taken once', () => {
    const waiting = new WaitingAnswers();
    waiting.add(new Map([['tax', accepting(1)]]));
    waiting.add(
      new Map([
        ['tax', accepting(2)],
        ['intake', accepting(7)],
      ]),
    );
    expect([...waiting.take(nobody)]).toEqual([
      ['tax', accepting(1, 2)],
      ['intake', accepting(7)],
    ]);
    expect(waiting.take(nobody).size).toBe(0);
  });

  it('go on waiting for a member that is held back', () => {
    const waiting = new WaitingAnswers();
    waiting.add(
      new Map([
        ['tax', accepting(1)],
        ['intake', accepting(7)],
      ]),
    );
    expect([...waiting.take((member) => member === 'tax').keys()]).toEqual(['intake']);
    expect([...waiting.take(nobody).keys()]).toEqual(['tax']);
  });

  it('are counted by the member for whom most wait, but for those held back', () => {
    const waiting = new WaitingAnswers();
    expect(waiting.longest(nobody)).toBe(0);
    waiting.add(
      new Map([
        ['tax', accepting(1, 2, 3)],
        ['intake', accepting(7, 8)],
      ]),
    );
    expect(waiting.longest(nobody)).toBe(3);
    expect(waiting.longest((member) => member === 'tax')).toBe(2);
  });

  it('are bounded: what is more is dropped, since the sender asks again', () => {
    const waiting = new WaitingAnswers();
    for (let i = 0; i < 5; i += 1) waiting.add(new Map([['tax', accepting(...Array<number>(500).fill(1))]]));
    expect(waiting.take(nobody).get('tax')?.accepted).toHaveLength(2_000);
  });
});
