import type { BookLine } from '@lienthong/envelope';
import { compareDeliveries, compareSent, type LoggedMessage } from './compare-sent.rules';

const id = '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05';
const logged: LoggedMessage = {
  ...{ sender: 'tax', id, stream: 'dossier:x', epoch: 1, sequence: 4, hash: 'h', state: 'accepted' },
  ...{ recipients: 'land-registry/bien-hoa,treasury/centre' },
  deliveredTo: [
    { recipient: 'land-registry', isHistory: false },
    { recipient: 'treasury', isHistory: false },
  ],
};
const { deliveredTo: _deliveries, ...line }: BookLine & LoggedMessage = logged as BookLine & LoggedMessage;
const kinds = (found: readonly { kind: string }[]): string[] => found.map(({ kind }) => kind);

describe('the sender’s book beside the log', () => {
  it('says nothing where both agree', () => {
    expect(compareSent(line, logged)).toEqual([]);
    expect(compareSent(undefined, undefined)).toEqual([]);
    expect(compareDeliveries(logged)).toEqual([]);
  });

  it.each<[string, Partial<BookLine> | undefined, Partial<LoggedMessage> | undefined, readonly string[]]>([
    ['accepted for the sender alone', { state: 'accepted' }, undefined, ['sent-not-logged']],
    ['refused for the sender alone', { state: 'rejected' }, undefined, ['rejected-not-logged']],
    ['open at the sender alone', { state: 'open' }, undefined, ['open-not-logged']],
    ['accepted at the bus alone', undefined, {}, ['logged-not-sent']],
    ['refused at the bus alone', undefined, { state: 'rejected' }, ['refused-not-sent']],
    ['open at its sender', { state: 'open' }, {}, ['accepted-open-at-sender']],
    ['refused for its sender', { state: 'rejected' }, {}, ['accepted-rejected-at-sender']],
    ['accepted for its sender', {}, { state: 'rejected' }, ['rejected-accepted-at-sender']],
    ['refused and open', { state: 'open' }, { state: 'rejected' }, ['rejected-open-at-sender']],
    ['another leaf', { hash: 'i' }, {}, ['hash-differs']],
    ['another stream', { hash: 'i', stream: 'dossier:y' }, {}, ['other-stream']],
    ['another epoch and number', { hash: 'i', epoch: 2, sequence: 1 }, {}, ['other-epoch', 'other-number']],
    [
      'other recipients, and open',
      { hash: 'i', recipients: 'tax/x', state: 'open' },
      {},
      ['other-recipients', 'accepted-open-at-sender'],
    ],
  ])('names a message that is %s', (_what, ofSender, ofBus, expected) => {
    expect(kinds(compareSent(ofSender && { ...line, ...ofSender }, ofBus && { ...logged, ...ofBus }))).toEqual(
      expected,
    );
  });

  it('names a recipient without a delivery, and a delivery that nobody asked for but the past that was given', () => {
    const deliveredTo = [
      { recipient: 'land-registry', isHistory: false },
      { recipient: 'residence', isHistory: false },
      { recipient: 'intake', isHistory: true },
    ];
    const found = compareDeliveries({ ...logged, deliveredTo });
    expect(found.map(({ kind, member }) => [kind, member])).toEqual([
      ['delivery-missing', 'treasury'],
      ['delivered-to-unnamed', 'residence'],
    ]);
    expect(compareDeliveries({ ...logged, state: 'rejected', deliveredTo: [] })).toEqual([]);
  });
});
