import { SlowMessages } from './slow-messages';

const next = (stream: string, id = `next-of-${stream}`): { sender: string; id: string; stream: string } => ({
  ...{ sender: 'tax', id },
  stream,
});
const [a, b] = [next('a'), next('b')];

describe('slow messages', () => {
  let slow: SlowMessages;
  beforeEach(() => (slow = new SlowMessages()));

  it('count their time-outs after the first as their own while no other times out', () => {
    expect([1, 2, 3].map(() => slow.timedOut(a, 7))).toEqual([0, 1, 2]);
  });

  it('count nothing while others time out as well and nothing is handled', () => {
    expect([a, b, a, b, a, b].map((one) => slow.timedOut(one, 7))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('count also between time-outs of others when another message was handled meanwhile', () => {
    expect([a, b, a, b].map((one, handled) => slow.timedOut(one, handled))).toEqual([0, 0, 1, 1]);
  });

  it('hold their stream until its next message is judged, and then begin anew', () => {
    for (let i = 0; i < 3; i += 1) slow.timedOut(a, 0);
    expect([slow.has(a), slow.has(next('a', 'later')), slow.holds('a'), slow.holds('b')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    slow.forget('a');
    expect([slow.has(a), slow.holds('a')]).toEqual([false, false]);
    expect(slow.timedOut(a, 0)).toBe(0);
  });

  it('leave nothing to the message that is next after them', () => {
    for (let i = 0; i < 3; i += 1) slow.timedOut(a, 0);
    expect(slow.timedOut(next('a', 'later'), 0)).toBe(0);
  });

  it('are at most 1,000: the one that timed out longest ago is forgotten', () => {
    for (let n = 0; n <= 1_000; n += 1) slow.timedOut(next(`${n}`), 0);
    expect([slow.holds('0'), slow.holds('1'), slow.holds('1000')]).toEqual([false, true, true]);
  });
});
