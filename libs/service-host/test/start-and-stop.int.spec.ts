import { createServer, connect, type Server, type AddressInfo } from 'node:net';
import { eventually, startTestService, type TestService } from '@lienthong/testing';
import { ApiClient, TestHome, testDatabase, testInfrastructure } from '@lienthong/testing';
import { type BackgroundPart, BackgroundParts, loadConfig, startService } from '../src';
import { aPermit, permitService } from './permits.mother';

const headers = { 'idempotency-key': 'key-00000001' };

describe('a service', () => {
  it('listens before its database is there, and works as soon as it comes', async () => {
    const [home, database] = await Promise.all([TestHome.create(), testDatabase(permitService)]);
    const port = await freePort();
    const address = new URL(database.appUrl);
    const target = { host: address.hostname, port: Number(address.port) };
    address.host = `127.0.0.1:${port}`;
    const running = await startService(
      permitService,
      loadConfig(permitService.config, 'intake', {
        PORT: '0',
        DATABASE_URL: address.toString(),
        KAFKA_BROKERS: testInfrastructure().kafka,
        LIENTHONG_HOME: home.folder,
        LOG_LEVEL: 'silent',
      }),
    );
    const api = new ApiClient(
      `http://127.0.0.1:${running.port}`,
      await home.token({ member: 'intake', role: 'desk-clerk' }),
    );
    expect((await api.get('/health/live')).status).toBe(200);
    expect((await api.post('/permits', aPermit, headers)).status).toBe(503);

    const proxy = await openProxy(port, target);
    await running.started;
    expect((await api.post('/permits', aPermit, headers)).status).toBe(201);
    await running.stop();
    proxy.close();
    await database.drop();
    home.remove();
  });

  it('stops in order: HTTP, then its parts from the last to the first, then the database', async () => {
    const service = await startTestService(permitService, { STOP_GRACE_MS: '2000' });
    const { app } = service.running;
    const order: string[] = [];
    const part = (name: string): BackgroundPart => ({
      name,
      start: async () => undefined,
      stop: async () => {
        const http = await service.api.get('/health/live').then(
          () => 'open',
          () => 'closed',
        );
        order.push(`${name} (HTTP ${http})`);
      },
      health: () => ({ ready: true }),
    });
    app.get(BackgroundParts).add(part('consumer'));
    app.get(BackgroundParts).add(part('sequencer'));
    await service.stop();
    expect(order).toEqual(['sequencer (HTTP closed)', 'consumer (HTTP closed)']);
  });

  it('says in its readiness what a part waits for, also when asking it fails', async () => {
    const service: TestService = await startTestService(permitService);
    const parts = service.running.app.get(BackgroundParts);
    const base = { start: async () => undefined, stop: async () => undefined };
    parts.add({ ...base, name: 'broker', health: () => ({ ready: false, waitingFor: 'the consumer to join' }) });
    parts.add({ ...base, name: 'odd', health: () => Promise.reject(new Error('no answer')) });
    const body = await eventually(async () => (await service.api.get('/health/ready')).body);
    expect(body).toMatchObject({
      status: 'waiting',
      probes: {
        database: { ready: true },
        broker: { ready: false, waitingFor: 'the consumer to join' },
        odd: { ready: false, waitingFor: 'odd: no answer' },
      },
    });
    await service.stop();
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function openProxy(port: number, target: { host: string; port: number }): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(target);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
