import type { Account, Counts, LandCounts } from './counts';
import { landFaults, messageFaults } from './gate.rules';

const none = { markedOtherwise: 0, markedParked: 0, parked: 0, stashed: 0, gaps: 0 };
const counts: Counts = {
  members: [
    { ...none, member: 'intake', recorded: 3, accepted: 3, handled: 0 },
    { ...none, member: 'tax', recorded: 0, accepted: 0, handled: 3 },
  ],
  bus: [
    { member: 'intake', logged: 3, delivered: 0, acknowledged: 0, parked: 0 },
    { member: 'tax', logged: 0, delivered: 3, acknowledged: 3, parked: 0 },
  ],
  addressed: [{ member: 'tax', copies: 3 }],
  busStashed: 0,
  busRejected: 0,
};

type Row = keyof Pick<Counts, 'members' | 'bus'>;

function changed(where: Row, member: string, change: object): Counts {
  const rows = counts[where].map((row) => (row.member === member ? { ...row, ...change } : row));
  return { ...counts, [where]: rows };
}

describe('the gate for messages', () => {
  it('lets a run pass in which every message was logged, handled and acknowledged', () => {
    expect(messageFaults(counts)).toEqual([]);
  });

  it.each<[string, Counts, RegExp]>([
    ['not accepted', changed('members', 'intake', { accepted: 2 }), /intake: outbox rows accepted 2, expected 3/],
    ['not logged', changed('bus', 'intake', { logged: 2 }), /logged at the bus 2, expected 3/],
    ['not delivered', changed('bus', 'tax', { delivered: 2 }), /tax: deliveries to it 2, expected 3/],
    ['not handled', changed('members', 'tax', { handled: 2 }), /tax: messages handled 2, expected 3/],
    ['handled twice', changed('members', 'tax', { handled: 4 }), /tax: messages handled 4, expected 3/],
    ['not acknowledged', changed('bus', 'tax', { acknowledged: 2 }), /acknowledged as handled 2, expected 3/],
    ['parked', changed('members', 'tax', { handled: 2, parked: 1, markedParked: 1 }), /messages parked 1, expected 0/],
    ['stashed', changed('members', 'tax', { stashed: 1 }), /stashed or voided 1/],
    ['stashed at the bus', { ...counts, busStashed: 1 }, /integration-bus: 1 messages stashed/],
    ['rejected', { ...counts, busRejected: 1 }, /integration-bus: 1 messages rejected/],
    ['of a stranger', { ...counts, addressed: [...counts.addressed, { member: 'x', copies: 1 }] }, /^x appears/],
  ])('stops a run in which one was %s', (_, wrong, says) => {
    expect(messageFaults(wrong)).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
  });

  it('expects exactly those parked that were poisoned', () => {
    const poisoned: Counts = {
      ...changed('members', 'tax', { handled: 2, parked: 1, markedParked: 1 }),
      bus: changed('bus', 'tax', { acknowledged: 2, parked: 1 }).bus,
    };
    expect(messageFaults(poisoned, { parked: new Map([['tax', 1]]) })).toEqual([]);
    expect(messageFaults(poisoned)).not.toEqual([]);
    expect(messageFaults(counts, { parked: new Map([['tax', 1]]) })).not.toEqual([]);
  });
});

describe('the gate for land transfers', () => {
  const account = (what: string): Account => ({ what, items: 4, dong: '1000', print: '17' });
  const land: LandCounts = { dossiers: 2, ended: 2, noticed: account('noticed'), accounts: [account('debited')] };

  it('lets a run pass in which all dossiers ended and the money agrees', () => {
    expect(landFaults(land, { handedIn: 2 })).toEqual([]);
    expect(landFaults({ ...land, ended: 1 }, { handedIn: 2, held: 1 })).toEqual([]);
  });

  it.each<[string, LandCounts, RegExp]>([
    ['a dossier too many', { ...land, dossiers: 3 }, /3 dossiers, and 2 were handed in/],
    ['a dossier not ended', { ...land, ended: 1 }, /1 dossiers at their end, expected 2/],
    ['another sum', { ...land, accounts: [{ ...account('debited'), dong: '999' }] }, /999 đồng in 4 items are debited/],
    ['other items of the same sum', { ...land, accounts: [{ ...account('booked'), print: '18' }] }, /are booked/],
    ['no money at all', { ...land, noticed: { ...account('noticed'), items: 0 } }, /not one payable item/],
  ])('stops a run with %s', (_, wrong, says) => {
    expect(landFaults(wrong, { handedIn: 2 })).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
  });
});
