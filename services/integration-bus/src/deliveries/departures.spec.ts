import type { Delivery } from './delivery';
import { Departures } from './departures';

const delivery = (number: number, recipient = 'tax'): Delivery =>
  ({ recipient, logId: `log-${number}`, stream: 's', epoch: 1, sequence: number, value: Buffer.alloc(10) }) as Delivery;
const deliveries = (from: number, to: number): Delivery[] =>
  Array.from({ length: to - from + 1 }, (_, i) => delivery(from + i));
const ids = (rows: readonly Delivery[]): string[] => rows.map(({ logId }) => logId);

describe('departures', () => {
  let departures: Departures;
  const claim = (inFlight: string[], taken: Delivery[] = [], isCut = false): string[] => {
    departures.claiming();
    return ids(departures.claimed({ counted: new Map([['tax', inFlight]]), taken, isCut, sliced: new Set() }).ready);
  };
  /** Three are on their way, no place is left. */
  const fill = (): void => {
    claim([]);
    departures.committed(deliveries(1, 3));
  };
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    departures = new Departures(3);
  });
  afterEach(() => jest.useRealTimers());

  it('send nothing to a recipient that no claim has counted: the database is asked', () => {
    expect(departures.committed(deliveries(1, 1))).toEqual({ ready: [], mustClaim: true });
  });

  it('go out while there is room; the next ones wait in memory, and follow the answers in order', () => {
    claim([]);
    const { ready, mustClaim } = departures.committed(deliveries(1, 5));
    expect([ids(ready), mustClaim]).toEqual([['log-1', 'log-2', 'log-3'], false]);
    expect(ids(departures.committed([delivery(6)]).ready)).toEqual([]);
    const next = departures.answered([delivery(1), delivery(2)]);
    expect([ids(next.ready), next.mustClaim]).toEqual([['log-4', 'log-5'], false]);
    expect(ids(departures.answered([delivery(2)]).ready)).toEqual([]);
    expect(ids(departures.answered([delivery(3)]).ready)).toEqual(['log-6']);
  });

  it('count what others sent, by each claim; what was answered while it read is no longer open', () => {
    fill();
    expect(ids(departures.committed([delivery(4)]).ready)).toEqual([]);
    departures.claiming();
    departures.answered([delivery(1)]);
    const counted = new Map([['tax', ['log-1', 'log-2', 'log-3']]]);
    departures.claimed({ counted, taken: [], isCut: false, sliced: new Set() });
    expect(departures.inFlight.room('tax')).toBe(0);
    departures.answered([delivery(2), delivery(3), delivery(4)]);
    expect(departures.inFlight.room('tax')).toBe(3);
  });

  it('ask the database when answers leave no room that this process knows of', () => {
    fill();
    departures.committed(deliveries(4, 5));
    expect(departures.answered([delivery(9)])).toEqual({ ready: [], mustClaim: true });
  });

  it('are read again when they waited too long or were set aside, until a claim took all', () => {
    fill();
    departures.committed(deliveries(4, 5));
    jest.advanceTimersByTime(2_001);
    expect(departures.answered([delivery(1)])).toEqual({ ready: [], mustClaim: true });
    expect(departures.committed([delivery(6)])).toEqual({ ready: [], mustClaim: true });
    claim(['log-2', 'log-3'], [delivery(4)], true);
    departures.answered(deliveries(2, 4));
    claim([], deliveries(5, 6));
    expect(ids(departures.committed([delivery(7)]).ready)).toEqual(['log-7']);
  });

  it('ask the database after each answer while a claim found no room for all', () => {
    claim(['log-1', 'log-2', 'log-3']);
    expect(departures.answered([delivery(1)])).toEqual({ ready: [], mustClaim: true });
    claim(['log-2', 'log-3']);
    expect(departures.answered([delivery(2)])).toEqual({ ready: [], mustClaim: false });
  });

  it('of which a claim took a slice stay behind it, and the next slice is claimed while there is room', () => {
    departures.claiming();
    const slice = { counted: new Map([['tax', []]]), isCut: false, sliced: new Set(['tax']) };
    expect(departures.claimed({ ...slice, taken: [delivery(1)] }).mustClaim).toBe(true);
    expect(departures.committed([delivery(9)])).toEqual({ ready: [], mustClaim: true });
    departures.claiming();
    expect(departures.claimed({ ...slice, taken: deliveries(1, 3) }).mustClaim).toBe(false);
    expect(departures.answered([delivery(1)])).toEqual({ ready: [], mustClaim: true });
  });

  it('that wait again in the database come first', () => {
    claim([]);
    departures.committed(deliveries(1, 5));
    departures.rereadAll();
    expect(departures.answered([delivery(1)])).toEqual({ ready: [], mustClaim: true });
  });

  it('that a claim took are not sent from memory too', () => {
    fill();
    departures.committed(deliveries(4, 6));
    expect(claim(['log-2', 'log-3'], [delivery(4)])).toEqual([]);
    expect(ids(departures.answered(deliveries(2, 4)).ready)).toEqual(['log-5', 'log-6']);
  });

  it('tell when a delivery was produced until that is written, and mark only what nobody answered', () => {
    claim([]);
    const rows = departures.committed(deliveries(1, 2)).ready;
    departures.inFlight.sent(rows, new Date(5));
    expect(departures.inFlight.sentAt(delivery(1))).toEqual(new Date(5));
    departures.answered([delivery(1)]);
    expect(ids(rows.filter((row) => departures.inFlight.awaits(row)))).toEqual(['log-2']);
    departures.inFlight.marked([delivery(2)]);
    expect(departures.inFlight.sentAt(delivery(2))).toBeUndefined();
  });
});
