import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Client } from 'pg';
import { eventually, testInfrastructure } from '@lienthong/testing';
import { childEnvironment } from './local-infra.config';
import { repositoryRoot } from './repository';

const script = `
const { startInfrastructure } = require(process.argv[1]);
startInfrastructure({ log: () => undefined }).then(({ postgres }) => {
  console.log(postgres.adminUrl);
  setInterval(() => undefined, 1000);
});`;

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('the guard of a run', () => {
  let temporary: string;
  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'lienthong-guard-spec-'));
    chmodSync(temporary, 0o755);
  });
  afterEach(() => rmSync(temporary, { recursive: true, force: true }));

  it('stops the embedded PostgreSQL and deletes its data when the run is killed with SIGKILL', async () => {
    const library = join(repositoryRoot(), 'dist', 'tools', 'local-infra', 'src', 'index.js');
    const env = {
      DATABASE_URL: undefined,
      KAFKA_BROKERS: testInfrastructure().kafka,
      LIENTHONG_INFRASTRUCTURE: 'embedded',
      TMPDIR: temporary,
    };
    const run = spawn(process.execPath, ['-e', script, library], {
      env: childEnvironment(env),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(run.stdout, 'data')) as [Buffer];
    const url = line.toString('utf8').trim();
    expect(await answers(url)).toBe(true);
    expect(readdirSync(temporary).filter((name) => name.startsWith('lienthong-run-'))).toHaveLength(1);

    run.kill('SIGKILL');
    await eventually(async () => !(await answers(url)), { describe: 'PostgreSQL is gone' });
    await eventually(() => !readdirSync(temporary).some((name) => name.startsWith('lienthong-run-')), {
      describe: 'its folder is gone',
    });
  });
});
