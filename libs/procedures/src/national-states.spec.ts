import * as fc from 'fast-check';
import { allowedNext, canMove, nationalState, nextState, originsOf, type StateHistory } from './national-states';
import { type NationalStateCode, nationalStates, stateTransitions } from './national-states.data';

const codes = nationalStates.map(({ code }) => code);

/** Every way to stand in a state that matters, with all that may follow (O §1.3, corrections rows 8 to 12). */
const table: readonly (readonly [history: StateHistory, allowed: readonly NationalStateCode[]])[] = [
  [[], [1, 2]],
  [[1], [2, 3, 5, 6, 7]],
  [[2], [4, 5, 6, 7, 8, 9]],
  [
    [2, 4],
    [5, 6, 7, 8, 9],
  ],
  [[1, 3], []],
  [
    [1, 5],
    [1, 3, 6, 7, 8],
  ],
  [
    [2, 5],
    [2, 6, 7, 8],
  ],
  [
    [2, 4, 5],
    [4, 6, 7, 8],
  ],
  [
    [1, 6],
    [1, 3, 5, 7, 8],
  ],
  [
    [2, 6],
    [2, 5, 7, 8],
  ],
  [
    [2, 4, 6],
    [4, 5, 7, 8],
  ],
  [
    [1, 7],
    [1, 8],
  ],
  [
    [2, 7],
    [2, 8],
  ],
  [
    [2, 4, 7],
    [4, 8],
  ],
  [
    [2, 4, 5, 7],
    [5, 8],
  ],
  [
    [2, 4, 6, 7],
    [6, 8],
  ],
  [[2, 8], []],
  [
    [2, 4, 9],
    [4, 10],
  ],
  [[2, 4, 9, 10], []],
];

describe('the ten national states', () => {
  it('are numbered 1 to 10 and have their official names', () => {
    expect(codes).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(nationalState(10).vi).toBe('Đã trả kết quả');
    expect(nationalState(7).vi).toBe('Công dân yêu cầu rút hồ sơ');
  });

  it('have one row of transitions each', () => {
    expect(stateTransitions.map(({ from }) => from)).toEqual(codes);
  });
});

describe('a move between national states', () => {
  const pairs = table.flatMap(([history, allowed]) => codes.map((to) => [history, to, allowed] as const));
  const permitted = pairs.filter(([, to, allowed]) => allowed.includes(to));
  const forbidden = pairs.filter(([, to, allowed]) => !allowed.includes(to));

  it.each(permitted)('from %j to %d is allowed', (history, to) => {
    expect(canMove(history, to)).toBe(true);
    expect(nextState(history, to)).toEqual([...history, to]);
  });

  it.each(forbidden)('from %j to %d is refused, and says what would be allowed', (history, to, allowed) => {
    expect(canMove(history, to)).toBe(false);
    expect(() => nextState(history, to)).toThrow(
      expect.objectContaining({
        code: 'procedures.TRANSITION_NOT_ALLOWED',
        kind: 'refusal',
        facts: expect.objectContaining({ to, allowed: allowed.map(String) }),
      }),
    );
  });

  it('goes back through the interrupted states one by one: supplement asked while payment is asked', () => {
    const history: StateHistory = [2, 4, 6, 5];
    expect(originsOf(history)).toEqual([4, 6]);
    expect(allowedNext(history)).toEqual([6, 7, 8]);
    expect(originsOf(nextState(history, 6))).toEqual([4]);
    expect(originsOf(nextState(nextState(history, 6), 4))).toEqual([]);
  });

  it('may still end in "not accepted" where a new dossier was interrupted twice, never once it was accepted (rows 9, 12)', () => {
    expect(canMove([1, 6, 5], 3)).toBe(true);
    expect(canMove([1, 2, 6, 5], 3)).toBe(false);
  });

  it('opens a finished dossier again when its result papers are wrong (M53)', () => {
    expect(nextState([2, 4, 9, 4], 9)).toEqual([2, 4, 9, 4, 9]);
  });

  it('takes the clean transfer through 2, 4, 6, 4, 9, 10 (W2)', () => {
    const clean: readonly NationalStateCode[] = [2, 4, 6, 4, 9, 10];
    expect(clean.reduce<StateHistory>(nextState, [])).toEqual(clean);
  });

  it('interrupts at most three times over, and every dossier can still end, whatever way it took', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
        let history: StateHistory = [];
        for (const choice of choices) {
          const allowed = allowedNext(history);
          if (allowed.length === 0) break;
          history = nextState(history, allowed[choice % allowed.length]!);
        }
        const origins = originsOf(history);
        const atEnd = [3, 8, 10].includes(history.at(-1) ?? 0);
        return (
          origins.length <= 3 &&
          new Set(origins).size === origins.length &&
          atEnd === (allowedNext(history).length === 0)
        );
      }),
    );
  });
});
