import { admit, admitVoid, advance, type KnownMessage, type StreamState } from './admission.rules';

const stream = (more: Partial<StreamState> = {}): StreamState => ({
  key: 'dossier:x',
  epoch: 1,
  lastIn: 3,
  hasStash: false,
  ...more,
});
const message = (sequence: number, epoch = 1) => ({ id: `m${sequence}`, epoch, sequence, hash: `h${sequence}` });
const unknown = { known: undefined, isForgotten: false };
const forgotten = { known: undefined, isForgotten: true };
const known = (known: KnownMessage) => ({ known, isForgotten: false });

describe('admission of a numbered message', () => {
  it('handles the next number and nothing else', () => {
    expect(admit(stream(), message(4), unknown)).toEqual({ verdict: 'handle' });
    expect(admit(stream(), message(5), unknown)).toEqual({ verdict: 'stash', reason: 'gap' });
  });

  it('answers a known message as before, with its cause, when its content is the same (F13)', () => {
    const handled = { verdict: 'repeat', outcome: 'handled' };
    expect(admit(stream(), message(2), known({ hash: 'h2', outcome: 'handled' }))).toEqual(handled);
    const discarded = { hash: 'h2', outcome: 'discarded', cause: 'sent twice by mistake' } as const;
    expect(admit(stream(), message(2), known(discarded))).toEqual({
      verdict: 'repeat',
      outcome: 'discarded',
      cause: 'sent twice by mistake',
    });
  });

  it('refuses a known id with other content and keeps both hashes apart (F28)', () => {
    expect(admit(stream(), message(2), known({ hash: 'other', outcome: 'handled' }))).toEqual({
      verdict: 'conflict',
      knownHash: 'other',
    });
  });

  it('never takes an unknown id with an old number for a duplicate while its mark would still be kept', () => {
    expect(admit(stream(), message(3), unknown)).toEqual({ verdict: 'number-reused', lastIn: 3 });
  });

  it('judges an id older than the window by its number: passed is a repeat, next is handled', () => {
    expect(admit(stream(), message(3), forgotten)).toEqual({ verdict: 'repeat', outcome: 'handled' });
    expect(admit(stream(), message(4), forgotten)).toEqual({ verdict: 'handle' });
  });

  it('holds every later message of a stream behind a parked one', () => {
    expect(admit(stream({ blockedBy: 'm3' }), message(4), unknown)).toEqual({ verdict: 'stash', reason: 'blocked' });
  });

  it('starts again at 1 in a new epoch and refuses the old epoch afterwards, however old the id', () => {
    const state = stream();
    expect(admit(state, message(1, 2), unknown)).toEqual({ verdict: 'handle' });
    advance(state, message(1, 2));
    expect(admit(state, message(4, 1), unknown)).toEqual({ verdict: 'number-reused', lastIn: 1 });
    expect(admit(state, message(4, 1), forgotten)).toEqual({ verdict: 'number-reused', lastIn: 1 });
  });
});

describe('admission of a void', () => {
  const replaced = { hash: 'h3', outcome: 'handled' } as const;

  it('takes its number in order, and waits behind a gap like any other', () => {
    expect(admitVoid(stream(), message(4), { ...unknown, replaced: undefined })).toEqual({ verdict: 'handle' });
    expect(admitVoid(stream(), message(6), { ...unknown, replaced: undefined })).toMatchObject({ verdict: 'stash' });
  });

  it('is no alarm when the message that it replaces took the number first', () => {
    expect(admitVoid(stream(), message(3), { ...unknown, replaced })).toEqual({ verdict: 'late-void', replaced });
  });

  it('is an alarm when nobody knows what took the number', () => {
    expect(admitVoid(stream(), message(3), { ...unknown, replaced: undefined })).toMatchObject({
      verdict: 'number-reused',
    });
  });
});
