import type { MessageHandler } from '@nestjs/microservices';
import type { MessagingObserver } from '../observer';
import { HandlerRegistry } from './handler-registry';

describe('handlers', () => {
  it('are timed by type, also when they fail', async () => {
    const seen: Parameters<MessagingObserver['handler']>[0][] = [];
    const observer: MessagingObserver = { batch: () => undefined, handler: (run) => void seen.push(run) };
    const quiet = (async () => undefined) as unknown as MessageHandler;
    const failing = (() => Promise.reject(new Error('no'))) as unknown as MessageHandler;
    const registry = new HandlerRegistry(new Map([['quiet', quiet], ['failing', failing]]), observer); // prettier-ignore
    await registry.find('quiet')?.invoke({} as never);
    await expect(registry.find('failing')?.invoke({} as never)).rejects.toThrow('no');
    expect(seen.map(({ type, failed }) => [type, failed])).toEqual([
      ['quiet', false],
      ['failing', true],
    ]);
    expect(seen.every(({ seconds }) => seconds >= 0 && seconds < 5)).toBe(true);
  });
});
