import { counted, type FoundMessage, leftOut, type ReplayGrounds } from './replay.rules';

const now = new Date('2026-08-03T09:00:00+07:00');
const found: FoundMessage = { sender: 'tax', type: 'x', hasPayload: true, delivery: 'answered' };
const again: ReplayGrounds = { kind: 'again', isGranted: true, now };
const history: ReplayGrounds = { ...again, kind: 'history' };

describe('what a replay leaves out', () => {
  it.each<[string, Partial<FoundMessage>, ReplayGrounds, string | undefined]>([
    ['nothing that was answered and is granted today', {}, again, undefined],
    ['what is on its way still', { delivery: 'open' }, again, 'on-its-way'],
    ['what no grant of today allows', {}, { ...again, isGranted: false }, 'not-granted'],
    ['what is erased', { hasPayload: false }, again, 'erased'],
    ['not what expired after it was delivered', { expiryTime: '2026-08-01T00:00:00+07:00' }, again, undefined],
    ['nothing of the past that is granted today', { delivery: 'none' }, history, undefined],
    ['what the new subscriber was delivered before', {}, history, 'on-its-way'],
    ['what is on its way to the new subscriber', { delivery: 'open' }, history, 'on-its-way'],
    ['the past that is not granted today', { delivery: 'none' }, { ...history, isGranted: false }, 'not-granted'],
    ['the past that is erased', { delivery: 'none', hasPayload: false }, history, 'erased'],
    ['the past that has expired', { delivery: 'none', expiryTime: '2026-08-03T09:00:00+07:00' }, history, 'expired'],
  ])('is %s', (_what, facts, grounds, reason) => {
    expect(leftOut({ ...found, ...facts }, grounds)).toBe(reason);
  });

  it('is counted by reason', () => {
    expect(counted({ erased: 2 }, ['erased', 'not-granted'])).toEqual({ erased: 3, 'not-granted': 1 });
  });
});
