import { decideDeadlines } from './expiry.rules';

const due = (logId: string, recipient: string, isDecided: boolean) => ({ logId, recipient, isDecided });

describe('messages whose deadline has come', () => {
  it('are forgotten when every delivery is out or void, or gone', () => {
    const outcomes = [due('a', 'land', true), due('a', 'tax', true)];
    expect(decideDeadlines(['a', 'gone'], outcomes)).toEqual({ logIds: ['a', 'gone'], open: new Map() });
  });

  it('wait for their voids where they have not left, at each recipient', () => {
    const outcomes = [due('a', 'land', true), due('a', 'tax', false), due('b', 'tax', false), due('c', 'land', false)];
    expect(decideDeadlines(['a', 'b', 'c', 'd'], outcomes)).toEqual({
      logIds: ['d'],
      open: new Map([
        ['tax', ['a', 'b']],
        ['land', ['c']],
      ]),
    });
  });
});
