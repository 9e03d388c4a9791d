import type { BookLine } from '@lienthong/envelope';
import { compareReceived, type LoggedDelivery } from './compare-received.rules';

const id = '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05';
const place = { sender: 'tax', id, stream: 'dossier:x', sequence: 4, hash: 'h' };
const line: BookLine = { ...place, state: 'handled' };
const delivery: LoggedDelivery = {
  ...{ ...place, recipient: 'land-registry', epoch: 1, state: 'acknowledged', outcome: 'handled' },
  ...{ isVoid: false, hasPayload: true },
};
const waiting: Partial<LoggedDelivery> = { state: 'waiting', outcome: null };
const produced: Partial<LoggedDelivery> = { state: 'produced', outcome: null };

function kinds(inbox: Partial<BookLine> | undefined, ...deliveries: readonly Partial<LoggedDelivery>[]): string[] {
  const logged = deliveries.map((one) => ({ ...delivery, ...one }));
  const found = compareReceived('land-registry', inbox && { ...line, ...inbox }, {
    deliveries: logged,
    isLogged: true,
  });
  return found.map(({ kind }) => kind);
}

describe('the recipient’s inbox beside the deliveries', () => {
  it('says nothing where both agree, also about what is not over yet', () => {
    expect(kinds({}, {})).toEqual([]);
    for (const state of ['parked', 'stashed', 'discarded'] as const)
      expect(kinds({ state }, { outcome: state })).toEqual([]);
    expect(kinds({ state: 'voided' }, { isVoid: true })).toEqual([]);
    expect(kinds({ sequence: 9 }, { epoch: 217_539_064 })).toEqual([]);
    expect(compareReceived('tax', undefined, { deliveries: [], isLogged: false })).toEqual([]);
  });

  it('tells a message that the bus does not know from one that it delivered to others', () => {
    const none = { deliveries: [], isLogged: false };
    expect(compareReceived('tax', line, none).map(({ kind }) => kind)).toEqual(['in-inbox-not-logged']);
    expect(kinds({})).toEqual(['in-inbox-not-delivered']);
  });

  it.each<[string, Partial<BookLine> | undefined, Partial<LoggedDelivery>, readonly string[]]>([
    ['waits at the bus', undefined, waiting, ['late-delivery']],
    ['was delivered and is not there', undefined, produced, ['delivered-not-in-inbox']],
    ['was answered and is not there', undefined, {}, ['acknowledged-not-in-inbox']],
    ['is a void that is not there', undefined, { isVoid: true }, ['void-missing']],
    ['is void and handled', {}, { isVoid: true }, ['handled-despite-void']],
    ['is void and parked', { state: 'parked' }, { isVoid: true }, ['void-missing']],
    ['is void there alone', { state: 'voided' }, {}, ['voided-not-by-bus']],
    ['is handled without an answer', {}, produced, ['handled-not-acknowledged']],
    ['is handled, its answer says parked', {}, { outcome: 'parked' }, ['handled-not-acknowledged']],
    ['is parked, its answer says handled', { state: 'parked' }, {}, ['acknowledged-not-handled']],
    ['is parked without an answer', { state: 'parked' }, produced, ['parked-unknown']],
    ['is stashed without an answer', { state: 'stashed' }, produced, ['stashed-unknown']],
    ['is handled, its answer says discarded', {}, { outcome: 'discarded' }, ['outcome-differs']],
    ['has another number', { sequence: 5 }, {}, ['other-number-at-recipient']],
    [
      'has another stream and leaf',
      { stream: 'y', hash: 'i' },
      {},
      ['other-stream-at-recipient', 'hash-differs-at-recipient'],
    ],
    [
      'is open and has no content any more',
      { state: 'parked' },
      { outcome: 'parked', hasPayload: false },
      ['payload-missing'],
    ],
    ['is over and has no content any more', {}, { hasPayload: false }, []],
  ])('names a message that %s', (_what, inbox, logged, expected) => {
    expect(kinds(inbox, logged)).toEqual(expected);
  });

  it('names a message that was delivered under two numbers once', () => {
    expect(kinds({}, {}, { sequence: 5 })).toEqual(['delivered-twice']);
  });
});
