import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '@lienthong/testing';
import {
  childEnvironment,
  freePort,
  kafkaClient,
  keptKafkaAccess,
  readLocalInfraConfig,
  repositoryRoot,
} from '../../../tools/local-infra/src';

const run = promisify(execFile);
const scripts = join(repositoryRoot(), 'deploy', 'docker', 'kafka');
/** Apache's scripts, as the image has them, by the jars of the embedded broker. */
const TOOLS = {
  'kafka-storage.sh': 'kafka.tools.StorageTool',
  'kafka-configs.sh': 'kafka.admin.ConfigCommand',
  'kafka-server-start.sh': 'kafka.Kafka',
} as const;
const CLUSTER_ID = 'bGllbi10aG9uZy1sb2NhbA';
const STOP_MS = 20_000;

/** The secured broker of the compose stack: `deploy/docker/kafka/start.sh` and `member.sh` as they are, without a container. */
export class ComposeBroker {
  private child?: ChildProcess;
  private said = '';

  private constructor(
    /** What the container has as `/lienthong`. */
    readonly home: string,
    readonly address: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Needs the jars that the first start of an embedded broker fetches; @throws when they are not there. */
  static async prepare(jars: string): Promise<ComposeBroker> {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-compose-'));
    const [internal, host, controller] = [await freePort(), await freePort(), await freePort()];
    const home = join(folder, 'home');
    const bin = join(folder, 'bin');
    for (const one of [home, bin]) mkdirSync(one);
    layTools(bin, jars);
    const environment = childEnvironment({
      ...{ LIENTHONG_FOLDER: home, REGISTRY_FOLDER: join(repositoryRoot(), 'deploy', 'registry'), KAFKA_BIN: bin },
      ...{ KAFKA_LOG_DIRS: join(folder, 'data'), CLUSTER_ID, TOPIC_PREFIX: 'lt.', BROKER: `127.0.0.1:${host}` },
      KAFKA_LISTENERS: `INTERNAL://127.0.0.1:${internal},HOST://127.0.0.1:${host},CONTROLLER://127.0.0.1:${controller}`,
      KAFKA_ADVERTISED_LISTENERS: `INTERNAL://127.0.0.1:${internal},HOST://127.0.0.1:${host}`,
      KAFKA_CONTROLLER_QUORUM_VOTERS: `1@127.0.0.1:${controller}`,
      ...{ LIENTHONG_UID: String(process.getuid?.() ?? 0), LIENTHONG_GID: String(process.getgid?.() ?? 0) },
    });
    return new ComposeBroker(home, `127.0.0.1:${host}`, environment);
  }

  /** `start.sh`, until its administrator is answered; again on the same data after `stop`. */
  async start(): Promise<void> {
    this.said = '';
    const child = spawn('bash', [join(scripts, 'start.sh')], {
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => (this.said += text.toString()));
    }
    await eventually(() => this.answers(), {
      timeoutMs: 120_000,
      describe: () => `the broker:\n${this.said.slice(-2_000)}`,
    });
  }

  /** `member.sh` with these words. @throws with what it complained of */
  async member(...words: readonly string[]): Promise<string> {
    return (await run('bash', [join(scripts, 'member.sh'), ...words], { env: this.environment })).stdout;
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(join(this.home, '..'), { recursive: true, force: true });
  }

  private async answers(): Promise<boolean> {
    if (this.child?.exitCode !== null) throw new Error(`start.sh ended:\n${this.said.slice(-2_000)}`);
    const access = keptKafkaAccess(this.home);
    const admin = kafkaClient({ brokers: this.address, access }, { retries: 0 }).admin();
    await admin.connect();
    await admin.disconnect();
    return true;
  }
}

function layTools(bin: string, jars: string): void {
  const { java } = readLocalInfraConfig();
  const lay = (name: string, command: string): void =>
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\nexec ${command} "$@"\n`, { mode: 0o755 });
  for (const [name, main] of Object.entries(TOOLS)) {
    lay(name, `"${java}" -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "${join(jars, '*')}" ${main}`);
  }
  lay('kafka-acls.sh', `"${process.execPath}" "${join(__dirname, 'kafka-acls.cjs')}"`);
}
