import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, TestHome, testInfrastructure } from '@lienthong/testing';
import { type Infrastructure, startInfrastructure } from './infrastructure';
import { readLocalInfraConfig } from './local-infra.config';
import { ServiceProcess } from './service-process';

describe('a service as a process of the stack', () => {
  let infra: Infrastructure;
  let home: TestHome;
  let folder: string;
  let service: ServiceProcess;

  beforeAll(async () => {
    const { postgres, kafka } = testInfrastructure();
    const config = { ...readLocalInfraConfig({}), postgresUrl: postgres, kafkaBrokers: kafka };
    infra = await startInfrastructure({ log: () => undefined, config });
    home = await TestHome.create();
    folder = mkdtempSync(join(tmpdir(), 'lienthong-process-spec-'));
    service = new ServiceProcess({
      service: 'tax',
      port: 0,
      logFile: join(folder, 'tax.log'),
      guard: infra.guard,
      // it lives without a database: nothing answers there
      environment: {
        DATABASE_URL: 'postgres://tax:tax@127.0.0.1:1/tax',
        KAFKA_BROKERS: kafka,
        LIENTHONG_HOME: home.folder,
      },
    });
  });
  afterAll(async () => {
    await service?.kill();
    await infra?.stop();
    home?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const answers = async (withinMs: number): Promise<boolean> =>
    fetch(`${service.url}/health/live`, { signal: AbortSignal.timeout(withinMs) }).then(
      ({ ok }) => ok,
      () => false,
    );
  const alive = async (): Promise<void> => {
    service.start();
    await service.listening();
    await eventually(() => answers(1_000), { describe: 'the service answers' });
  };

  it('does nothing while it is paused, and goes on when it is resumed', async () => {
    await alive();
    const { pid } = service;
    service.pause();
    expect(await answers(500)).toBe(false);
    service.resume();
    await eventually(() => answers(1_000), { describe: 'the resumed service answers' });
    expect(service.pid).toBe(pid);
  });

  it('stops in order although it is paused', async () => {
    await alive();
    service.pause();
    expect(await service.stop()).toBe(0);
    expect(service.running).toBe(false);
  });

  it('is killed although it is paused', async () => {
    await alive();
    service.pause();
    await service.kill();
    expect(service.running).toBe(false);
    expect(await service.stop()).toBe(-1);
  });
});
