import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createKafka } from './kafka-client';
import { watchSilence } from './unanswered-request';

describe('a Kafka connection on which a request gets no answer', () => {
  const taken: Socket[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => void taken.push(socket.on('error', () => undefined).resume()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    for (const socket of taken) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('ends, and with it every connection that was silent as long; one that heard something stays', async () => {
    const { port } = server.address() as AddressInfo;
    const [silent, lively] = await Promise.all([opened(port), opened(port)]);
    const admin = createKafka({ brokers: [`127.0.0.1:${port}`], clientId: 'spec', requestTimeoutMs: 300 }).admin();
    const connecting = admin.connect().catch((error: Error) => error.name);
    setTimeout(() => lively.emit('data', Buffer.from('.')), 200);
    await closed(silent);
    expect(lively.destroyed).toBe(false);
    const [first] = taken.slice(2);
    await closed(first as Socket);
    lively.destroy();
    await admin.disconnect();
    server.close();
    for (const socket of taken) socket.destroy();
    await connecting;
  });
});

/** `once` would fail with the error that ends the socket. */
function closed(socket: Socket): Promise<unknown> {
  return socket.destroyed ? Promise.resolve() : new Promise((resolve) => socket.once('close', resolve));
}

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  watchSilence(socket);
  await once(socket, 'connect');
  return socket;
}
