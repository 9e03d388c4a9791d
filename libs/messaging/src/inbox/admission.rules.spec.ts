import { admit, advance, type StreamState } from './admission.rules';

const stream = (more: Partial<StreamState> = {}): StreamState => ({
  key: 'dossier:x',
  epoch: 1,
  lastIn: 3,
  hasStash: false,
  ...more,
});
const message = (sequence: number, epoch = 1) => ({ id: `m${sequence}`, epoch, sequence, hash: `h${sequence}` });

describe('admission of a numbered message', () => {
  it('handles the next number and nothing else', () => {
    expect(admit(stream(), message(4), undefined)).toEqual({ verdict: 'handle' });
    expect(admit(stream(), message(5), undefined)).toEqual({ verdict: 'stash', reason: 'gap' });
  });

  it('answers a known message as before when its content is the same (F13)', () => {
    expect(admit(stream(), message(2), { hash: 'h2', outcome: 'handled' })).toEqual({
      verdict: 'repeat',
      outcome: 'handled',
    });
  });

  it('refuses a known id with other content and keeps both hashes apart (F28)', () => {
    expect(admit(stream(), message(2), { hash: 'other', outcome: 'handled' })).toEqual({
      verdict: 'conflict',
      knownHash: 'other',
    });
  });

  it('never takes an unknown id with an old number for a duplicate', () => {
    expect(admit(stream(), message(3), undefined)).toEqual({ verdict: 'number-reused', lastIn: 3 });
  });

  it('holds every later message of a stream behind a parked one', () => {
    expect(admit(stream({ blockedBy: 'm3' }), message(4), undefined)).toEqual({ verdict: 'stash', reason: 'blocked' });
  });

  it('starts again at 1 in a new epoch and refuses the old epoch afterwards', () => {
    const state = stream();
    expect(admit(state, message(1, 2), undefined)).toEqual({ verdict: 'handle' });
    advance(state, message(1, 2));
    expect(admit(state, message(4, 1), undefined)).toEqual({ verdict: 'number-reused', lastIn: 1 });
  });
});
