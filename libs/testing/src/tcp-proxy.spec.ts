import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from './eventually';
import { TcpProxy } from './tcp-proxy';

/** Answers with what it hears; `bye` makes it say so and hang up. */
function echo(): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => (String(chunk) === 'bye' ? socket.end('bye') : socket.write(chunk)));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

class Caller {
  heard = '';
  ending: string | undefined;
  readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port });
    this.socket.on('data', (chunk) => (this.heard += String(chunk)));
    this.socket.on('error', (error) => (this.ending = (error as NodeJS.ErrnoException).code));
    this.socket.on('close', () => (this.ending ??= 'closed'));
  }

  say(text: string): this {
    this.socket.write(text);
    return this;
  }

  hears(text: string): Promise<unknown> {
    return eventually(() => this.heard === text, {
      timeoutMs: 2_000,
      describe: () => `'${text}' after '${this.heard}'`,
    });
  }
}

describe('a TCP proxy', () => {
  let server: Server;
  let proxy: TcpProxy;
  const callers: Caller[] = [];
  beforeEach(async () => {
    server = await echo();
    const { port } = server.address() as AddressInfo;
    proxy = await TcpProxy.toPostgres(`postgres://127.0.0.1:${port}/x`);
  });
  afterEach(async () => {
    for (const { socket } of callers.splice(0)) socket.destroy();
    await proxy.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const call = (): Caller => {
    const caller = new Caller(proxy.port);
    callers.push(caller);
    return caller;
  };

  it('passes bytes both ways and counts them', async () => {
    await call().say('hello').hears('hello');
    expect(proxy.counts).toEqual({ connections: 1, refused: 0, bytesToServer: 5, bytesToClient: 5 });
    expect(proxy.through('postgres://a:b@elsewhere:1/db')).toBe(`postgres://a:b@${proxy.address}/db`);
  });

  it('passes the end of a connection after everything that was said', async () => {
    proxy.delay({ toClientMs: 50 });
    const caller = call().say('bye');
    await once(caller.socket, 'close');
    expect(caller).toMatchObject({ heard: 'bye', ending: 'closed' });
    await eventually(() => proxy.open === 0, { describe: 'nothing is left open' });
  });

  it('that is cut resets what stands and what comes, and lets new connections through once healed', async () => {
    const before = call().say('a');
    await before.hears('a');
    proxy.cut();
    const during = call();
    await eventually(() => before.ending && during.ending, { describe: 'both to end' });
    expect([before.ending, during.ending]).toEqual(['ECONNRESET', 'ECONNRESET']);
    expect(proxy.counts).toMatchObject({ connections: 1, refused: 1 });
    proxy.heal();
    await call().say('b').hears('b');
  });

  it('delays each direction by its own time and keeps the order', async () => {
    proxy.delay({ toServerMs: 80, toClientMs: 40 });
    const startedAt = performance.now();
    const caller = call().say('1');
    await delay(20);
    caller.say('2');
    await caller.hears('12');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(138);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it('that is slow carries no more than so many bytes a second', async () => {
    proxy.slow(20_000);
    const text = 'x'.repeat(6_000);
    const startedAt = performance.now();
    const caller = call().say(text);
    await delay(150);
    expect(caller.heard.length).toBeLessThan(4_500);
    await caller.hears(text);
    expect(performance.now() - startedAt).toBeGreaterThan(250);
  });

  it('that is half-open keeps every connection, passes nothing and tells nobody', async () => {
    const before = call().say('a');
    await before.hears('a');
    proxy.halfOpen();
    before.say('b');
    const during = call().say('c');
    await once(during.socket, 'connect');
    await delay(100);
    expect([before, during].map(({ heard, ending }) => ({ heard, ending }))).toEqual([
      { heard: 'a', ending: undefined },
      { heard: '', ending: undefined },
    ]);
    proxy.heal();
    await call().say('d').hears('d');
    before.say('e');
    await delay(50);
    expect([before.heard, during.heard]).toEqual(['a', '']);
    expect(proxy.open).toBe(3);
  });

  it('is cut at the byte that was named, and goes on once it is healed', async () => {
    const caller = call().say('a');
    await caller.hears('a');
    let isCut = false;
    const cut = proxy.cutAfter(4).then(() => (isCut = true));
    await caller.say('b').hears('ab');
    expect(isCut).toBe(false);
    caller.say('c');
    await cut;
    await eventually(() => caller.ending, { timeoutMs: 2_000 });
    expect(caller.heard).toBe('ab');
    proxy.heal();
    await call().say('d').hears('d');
  });
});
