import { type AddressInfo, createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { faultOf } from './sql-state';
import { watchedSockets } from './watched-socket';

const SILENCE_MS = 150;

/** A server that takes connections and says nothing, or a byte now and then. */
function listening(everyMs?: number): Promise<Server> {
  const server = createServer((socket) => {
    const timer = everyMs === undefined ? undefined : setInterval(() => socket.write('.'), everyMs);
    socket.on('error', () => undefined).resume();
    socket.on('close', () => clearInterval(timer));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('a socket to the database', () => {
  let server: Server;
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('ends when nothing passes for longer than a statement may take, and the fault is transient', async () => {
    server = await listening();
    const { port } = server.address() as AddressInfo;
    const url = `postgres://a:b@127.0.0.1:${port}/x`;
    const client = new Client({ connectionString: url, stream: watchedSockets(SILENCE_MS) });
    client.on('error', () => undefined);
    const startedAt = performance.now();
    const error: unknown = await client.connect().catch((fault: unknown) => fault);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(SILENCE_MS - 5);
    expect(String(error)).toMatch(/nothing came from the database for 150 ms/);
    expect(faultOf(error)).toBe('transient');
  });

  it('stays while bytes come', async () => {
    server = await listening(SILENCE_MS / 3);
    const { port } = server.address() as AddressInfo;
    const socket = watchedSockets(SILENCE_MS)();
    socket.on('data', () => undefined).connect(port, '127.0.0.1');
    await delay(SILENCE_MS * 3);
    expect(socket.destroyed).toBe(false);
    socket.destroy();
  });
});
