import { type DeliveryFacts, waitingPlace } from './waiting-place.rules';

const waiting: DeliveryFacts = {
  state: 'waiting',
  isSuspended: false,
  isFull: false,
  isLeased: false,
  isLeftAlone: false,
  isToBeDiscarded: false,
};

describe('the place where a delivery waits', () => {
  it.each<[string, Partial<DeliveryFacts>, string | undefined]>([
    ['at the bus, next to go out', {}, 'to-be-sent'],
    ['at the bus, its recipient has no room', { isFull: true }, 'no-room'],
    ['at the bus, its recipient is suspended, room or not', { isSuspended: true, isFull: true }, 'recipient-suspended'],
    ['at the bus, a void will take its number', { isToBeDiscarded: true, isSuspended: true }, 'to-be-discarded'],
    ['at the bus until its recipient fetches it', { transport: 'pull', isFull: true }, 'to-be-fetched'],
    [
      'sent and not answered, also while its recipient is suspended',
      { state: 'produced', isSuspended: true },
      'unanswered',
    ],
    ['at the recipient that fetched it', { transport: 'pull', isLeased: true }, 'leased'],
    ['on its way to a webhook', { transport: 'webhook', isLeased: true }, 'being-posted'],
    ['at the bus, its webhook is left alone', { transport: 'webhook', isLeftAlone: true }, 'webhook-left-alone'],
    ['at the bus, to be posted', { transport: 'webhook' }, 'to-be-sent'],
    ['parked at the recipient, also while it is asked again', { outcome: 'parked' }, 'parked'],
    ['stashed at the recipient', { state: 'acknowledged', outcome: 'stashed' }, 'stashed'],
    ['nowhere: handled', { state: 'acknowledged', outcome: 'handled' }, undefined],
    ['nowhere: handled, although the recipient asked for it again', { outcome: 'handled' }, undefined],
    ['nowhere: set aside for good', { state: 'acknowledged', outcome: 'discarded' }, undefined],
  ])('is %s', (_where, facts, place) => {
    expect(waitingPlace({ ...waiting, ...facts })).toBe(place);
  });
});
