import { messagingMigrations } from '@lienthong/messaging';
import { eventually, startTestService } from '@lienthong/testing';
import { permitService } from './permits.mother';

const member = {
  ...permitService,
  messaging: true,
  migrations: [...messagingMigrations, ...permitService.migrations],
};

describe('a member of the exchange', () => {
  it('becomes ready when its consumer has joined, says so in its metrics, and stops', async () => {
    const service = await startTestService(member);
    const ready = await eventually(
      async () => {
        const { status, body } = await service.api.get('/health/ready');
        if (status !== 200) throw new Error(JSON.stringify(body));
        return body;
      },
      { timeoutMs: 60_000, describe: 'the consumer in its group' },
    );
    expect(ready).toMatchObject({ status: 'ready', probes: { database: { ready: true }, broker: { ready: true } } });
    const metrics = await (await service.as('monitor')).get<string>('/metrics');
    expect(metrics.body).toMatch(/lienthong_ready\{[^}]*part="broker"[^}]*\} 1/);
    expect(metrics.body).toMatch(/lienthong_inbox_parked_total\{[^}]*\} 0/);
    await service.stop();
  });

  it('answers and stops also while the broker is away, and says that it waits for it', async () => {
    const service = await startTestService(member, { KAFKA_BROKERS: '127.0.0.1:1' });
    expect((await service.api.get('/health/live')).status).toBe(200);
    const { status, body } = await service.api.get('/health/ready');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      probes: { broker: { ready: false, waitingFor: expect.stringContaining('KAFKA_BROKERS') as string } },
    });
    const clerk = await service.as('desk-clerk');
    const created = await clerk.post(
      '/permits',
      { title: 'dam', owners: [{ name: 'A', share: '1' }] },
      { 'idempotency-key': 'key-00000009' },
    );
    expect(created.status).toBe(201);
    const began = performance.now();
    await service.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
