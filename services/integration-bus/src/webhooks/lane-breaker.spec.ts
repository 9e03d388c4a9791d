import { CLOSED } from './breaker.rules';
import { LaneBreaker } from './lane-breaker';
import type { WebhookBreakers } from './webhook-breakers';

describe('the breaker of a webhook as its lane knows it (A16)', () => {
  const laneBreaker = (): { readonly breaker: LaneBreaker; readonly worked: jest.Mock } => {
    const worked = jest.fn(() => Promise.resolve());
    const breakers = { worked } as unknown as WebhookBreakers;
    return { worked, breaker: new LaneBreaker({ member: 'tax', breakers, now: () => 0, spent: () => undefined }) };
  };

  it('closes at the first success for all, whatever was counted before it knew anything', async () => {
    const { breaker, worked } = laneBreaker();
    await breaker.worked(false);
    await breaker.worked(false);
    expect(worked).toHaveBeenCalledTimes(1);
  });

  it('closes for all after a try that worked, also when it has learnt of nothing to close', async () => {
    const { breaker, worked } = laneBreaker();
    breaker.learn(CLOSED);
    await breaker.worked(true);
    expect(worked).toHaveBeenCalledTimes(1);
  });
});
