import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { onceBroken } from './once-broken';

/** More than the buffers of a line take. */
const LONG = 'x'.repeat(6_000_000);

describe('an answer', () => {
  let server: Server;
  let text: string;
  const ends: string[] = [];
  beforeAll(async () => {
    server = createServer((_, response) => {
      let end = 'left';
      onceBroken(response, () => (end = 'broken'));
      response.once('close', () => ends.push(end));
      setTimeout(() => response.end(text), 3);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());
  beforeEach(() => (ends.length = 0));

  const ended = async (count: number): Promise<void> => {
    while (ends.length < count) await delay(5);
  };
  const port = (): number => (server.address() as AddressInfo).port;

  it('whose line breaks before, while or after it is written is known as broken', async () => {
    text = LONG;
    for (let i = 0; i < 150; i += 1) {
      const line = connect(port(), '127.0.0.1').pause();
      await once(line, 'connect');
      line.write('GET / HTTP/1.1\r\nhost: spec\r\n\r\n');
      await delay(i % 15);
      line.destroy();
    }
    await ended(150);
    expect(new Set(ends)).toEqual(new Set(['broken']));
  });

  it('that was read is not, also when its line is closed then', async () => {
    text = 'short';
    for (let i = 0; i < 20; i += 1) {
      const answer = await fetch(`http://127.0.0.1:${port()}`, { headers: i % 2 ? { connection: 'close' } : {} });
      expect(await answer.text()).toBe('short');
    }
    await ended(20);
    expect(new Set(ends)).toEqual(new Set(['left']));
  });
});
