import { parkedDetails, parkedTable, type ParkedView } from './parked';

const parked: ParkedView = {
  sender: 'land-registry',
  id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
  type: 'vn.lienthong.land-registry.transfer-slip-sent.v1',
  subject: 'H19.1-260803-0001',
  stream: 'dossier:H19.1-260803-0001',
  epoch: 1,
  number: 4,
  cause: 'messaging.HANDLER_FAILED',
  text: 'The handler failed unexpectedly.',
  attempts: 2,
  firstParkedAt: '2026-08-03T09:10:00.123+07:00',
  lastAttemptAt: '2026-08-03T09:20:00.000+07:00',
  holdsStream: true,
  waitingBehind: 3,
  isReleasable: true,
  arrivedAs: 'lt.tax.in/0/17',
};

describe('parked messages on a terminal', () => {
  it('are one line each, and say how to go on', () => {
    const lines = parkedTable('tax', { items: [parked], next: 'abc' }).split('\n');
    expect(lines[0]).toBe('Parked at tax');
    expect(lines[3]?.split(/ {2,}/)).toEqual([
      '2026-08-03 09:10:00',
      'land-registry',
      parked.id,
      'transfer-slip-sent.v1',
      'H19.1-260803-0001',
      'messaging.HANDLER_FAILED',
      '2',
      '3',
    ]);
    expect(lines.at(-1)).toBe('More: --cursor abc');
  });

  it('are none when none is parked', () => {
    expect(parkedTable('tax', { items: [] })).toBe('No message is parked at tax.');
  });

  it('show what they hold and what may be done', () => {
    const text = parkedDetails(parked);
    expect(text).toContain('dossier:H19.1-260803-0001, number 4 of epoch 1');
    expect(text).toContain('yes; 3 wait behind it');
    expect(text).toContain('released or discarded');
    expect(parkedDetails({ ...parked, isReleasable: false, holdsStream: false })).toContain('discarded only');
  });

  it('without a stream show no empty lines', () => {
    const { stream: _s, epoch: _e, number: _n, type: _t, subject: _u, ...unreadable } = parked;
    expect(parkedDetails(unreadable)).not.toMatch(/^(stream|type|subject) /m);
  });
});
