import { type Delivered, type Handled, type Ledger, type Sent, unwitnessed, type Witnessed } from './ledger';
import { messageViolations } from './messages.rules';

const stream = 'dossier:1';
const at = new Date('2026-08-03T01:00:00Z');

const sent = (seq: number): Sent => ({
  ...{ sender: 'intake', id: `m${seq}`, stream, epoch: 1, seq, type: 't', subject: '1', recipients: 'tax/one' },
  ...{ at, sentAt: at, accepted: true, rejected: false },
});
const delivered = (seq: number): Delivered => ({
  ...{ recipient: 'tax', stream, epoch: 1, seq, logId: `l${seq}` },
  ...{ state: 'acknowledged', outcome: 'handled', ackKind: 'acknowledgement' },
});
const handled = (seq: number): Handled => ({
  ...{ recipient: 'tax', sender: 'intake', id: `m${seq}`, stream, seq, outcome: 'handled' },
  at: new Date(at.getTime() + seq),
});

const witnessed = (seq: number): Witnessed => ({ ...handled(seq), at: at.getTime() + seq });

const whole: Ledger = {
  sent: [sent(1), sent(2)],
  appended: [1, 2].map((seq) => ({ logId: `l${seq}`, sender: 'intake', id: `m${seq}`, stream, seq, at })),
  delivered: [delivered(1), delivered(2)],
  handled: [handled(1), handled(2)],
  witnessed: [witnessed(1), witnessed(2)],
  aside: [],
  busIn: [{ key: `intake|${stream}`, last: 2 }],
  busOut: [{ key: `tax|${stream}`, last: 2 }],
  memberIn: [{ key: `tax|${stream}`, last: 2 }],
};
const harmsOf = (change: Partial<Ledger>): readonly string[] =>
  messageViolations({ ...whole, ...change }).map(({ harm, text }) => `${harm}: ${text}`);

describe('the ledger of all messages', () => {
  it('has nothing to say when every message went its whole way', () => {
    expect(harmsOf({})).toEqual([]);
  });

  it('finds a message that the bus never logged', () => {
    expect(harmsOf({ appended: whole.appended.slice(0, 1) })).toContainEqual(
      expect.stringContaining('lost: t m2 of intake'),
    );
  });

  it('finds a message that was logged twice', () => {
    const again = { ...whole.appended[0]!, logId: 'l9' };
    expect(harmsOf({ appended: [...whole.appended, again] })).toContainEqual(
      expect.stringContaining('duplicated: t m1 of intake (dossier:1 number 1) is 2 times in the log'),
    );
  });

  it('finds a log entry without an intent', () => {
    expect(harmsOf({ sent: [sent(1)] })).toContainEqual('duplicated: m2 is in the log and intake never recorded it');
  });

  it('finds a delivery that is missing, and the gap that it leaves', () => {
    const harms = harmsOf({ delivered: [delivered(2)] });
    expect(harms).toContainEqual('lost: m1 of intake has no delivery to tax');
    expect(harms).toContainEqual(expect.stringContaining('number 1 is missing'));
  });

  it('finds a delivery that nobody handled, and one that nobody acknowledged', () => {
    expect(harmsOf({ handled: [handled(1)] })).toContainEqual(expect.stringContaining('(m2) at tax is not handled'));
    expect(harmsOf({ delivered: [delivered(1), { ...delivered(2), ackKind: null }] })).toContainEqual(
      expect.stringContaining('stuck: dossier:1 number 2 (m2) at tax is not acknowledged'),
    );
  });

  it('finds a later number that was handled earlier', () => {
    expect(harmsOf({ handled: [{ ...handled(1), at: new Date(at.getTime() + 9) }, handled(2)] })).toEqual([
      'outOfOrder: tax|dossier:1: number 2 was handled before number 1',
    ]);
  });

  it('finds a later number that one batch handled earlier, at the same instant', () => {
    const together = [handled(1), handled(2)].map((row) => ({ ...row, at }));
    expect(harmsOf({ handled: together, witnessed: [witnessed(2), witnessed(1)] })).toEqual([
      'outOfOrder: tax|dossier:1: number 2 was handled before number 1',
    ]);
  });

  it('finds a message that was handled twice, though its inbox keeps one row', () => {
    expect(harmsOf({ witnessed: [witnessed(1), witnessed(2), witnessed(2)] })).toEqual([
      'duplicated: tax handled dossier:1 number 2 (m2) 2 times',
    ]);
  });

  it('finds a committed handling of which no mark is left', () => {
    expect(harmsOf({ handled: [handled(1)] })).toContainEqual(
      'lost: tax handled dossier:1 number 2 (m2), committed, and keeps no mark of it',
    );
  });

  it('takes a row for a handling that was killed before it could be seen', () => {
    expect(harmsOf({ witnessed: [witnessed(2)] })).toEqual([]);
    expect(unwitnessed({ ...whole, witnessed: [witnessed(2)] })).toEqual([handled(1)]);
  });

  it('finds counters that differ from what was recorded', () => {
    expect(harmsOf({ memberIn: [{ key: `tax|${stream}`, last: 3 }] })).toEqual([
      'lost: the recipient counts tax|dossier:1: 3, and 2 were recorded',
    ]);
  });

  it('finds what is parked, stashed or still open at its sender', () => {
    expect(harmsOf({ aside: [{ place: 'tax parked', text: 'intake m1: messaging.NO_HANDLER', stream }] })).toHaveLength(
      1,
    );
    expect(harmsOf({ sent: [sent(1), { ...sent(2), accepted: false }] })).toContainEqual(
      expect.stringContaining('still open at its sender'),
    );
  });
});
