import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ApiClient, testDatabase, type TestDatabase, TestHome, testInfrastructure } from '@lienthong/testing';
import { permitService } from './permits.mother';

const root = join(__dirname, '..', '..', '..');
const compiled = join(root, 'node_modules', '.cache', 'lienthong-host-spec');
const script = (name: string): string => join(compiled, 'libs', 'service-host', 'test', name);

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The host as a process: exit codes, signals, and the parent that dies. */
describe('a service as a process', () => {
  let home: TestHome;
  let database: TestDatabase;

  beforeAll(async () => {
    const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
    const to = ['-d', compiled, '--extensions', '.ts', '--ignore', '**/*.spec.ts', '--quiet'];
    execFileSync(process.execPath, [swc, 'libs', ...to], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    [home, database] = await Promise.all([TestHome.create(), testDatabase(permitService)]);
  });
  afterAll(async () => {
    await database.drop();
    home.remove();
  });

  const variables = (): Record<string, string> => ({
    PATH: process.env['PATH'] ?? '',
    PORT: '0',
    DATABASE_URL: database.appUrl,
    KAFKA_BROKERS: testInfrastructure().kafka,
    LIENTHONG_HOME: home.folder,
    LOG_LEVEL: 'warn',
  });

  async function started(): Promise<{ child: ChildProcess; api: ApiClient; exit: Promise<Exit> }> {
    const child = fork(script('permits.main.js'), { env: variables(), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const exit = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (message: { ready: true; port: number }) => resolve(message.port));
      void exit.then((end) => reject(new Error(`ended with ${JSON.stringify(end)}`)));
    });
    return { child, exit, api: new ApiClient(`http://127.0.0.1:${port}`) };
  }

  it('with wrong settings names every one of them and ends with 2', () => {
    const env = { PATH: process.env['PATH'] ?? '', PORT: 'x', DATABASE_URL: 'no', LOG_LEVEL: 'loud' };
    const { status, stderr } = spawnSync(process.execPath, [script('permits.main.js')], { env, encoding: 'utf8' });
    expect(status).toBe(2);
    for (const name of ['PORT', 'DATABASE_URL', 'KAFKA_BROKERS', 'LOG_LEVEL']) expect(stderr).toContain(`  ${name}: `);
  });

  it('migrates with 0, again with 0, and with 2 when nothing is set', () => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      MIGRATOR_DATABASE_URL: database.migratorUrl,
      APP_ROLE: database.appRole,
    };
    const again = spawnSync(process.execPath, [script('permits.migrate.js')], { env, encoding: 'utf8' });
    expect([again.status, again.stderr]).toEqual([0, 'intake: schema is up to date\n']);
    const wrong = spawnSync(process.execPath, [script('permits.migrate.js')], {
      env: { PATH: env.PATH },
      encoding: 'utf8',
    });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('  MIGRATOR_DATABASE_URL: is missing');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s with 0', async (signal) => {
    const { child, exit, api } = await started();
    expect((await api.get('/health/live')).status).toBe(200);
    child.kill(signal);
    expect(await exit).toEqual({ code: 0, signal: null });
  });

  it('ends when the process that started it is gone', async () => {
    const { child, exit } = await started();
    child.disconnect();
    expect(await exit).toEqual({ code: 0, signal: null });
  });
});
