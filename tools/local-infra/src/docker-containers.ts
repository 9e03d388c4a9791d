import { randomBytes } from 'node:crypto';
import { freePort } from './free-port';
import type { KafkaAddress, PostgresAddress, Started, Wanted } from './guard-protocol';
import { kafkaVersion } from './kafka-jars';
import { brokerSettings, brokerVariables, newClusterId } from './kafka-settings';
import { disableContainerReaper } from './local-infra.config';

const postgresImage = 'postgres:18';
const reaperImage = 'testcontainers/ryuk:0.14.0';

interface Container {
  stop(options?: { timeout?: number }): Promise<unknown>;
}

/** The containers of a run. Loading testcontainers costs 0.3 s, so it is loaded only here. */
export class DockerContainers {
  private readonly containers: Container[] = [];

  constructor(private readonly log: (text: string) => void) {}

  /** Refuses when no engine answers or an image is neither there nor to be had; nothing runs then. */
  async start(wanted: readonly Wanted[]): Promise<Started> {
    const { getContainerRuntimeClient } = await import('testcontainers');
    const client = await getContainerRuntimeClient().catch(() => {
      throw new Error('no container engine answers');
    });
    const images = wanted.map((what) => (what === 'postgres' ? postgresImage : `apache/kafka:${kafkaVersion()}`));
    for (const image of images) await this.ensureImage(image);
    if (!(await this.hasImage(reaperImage))) disableContainerReaper();
    const host = client.info.containerRuntime.host;
    try {
      const [postgres, kafka] = await Promise.all([
        wanted.includes('postgres') ? this.startPostgres() : undefined,
        wanted.includes('kafka') ? this.startKafka(host) : undefined,
      ]);
      return { ...(postgres && { postgres }), ...(kafka && { kafka }) };
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.containers.splice(0).map((container) => container.stop({ timeout: 0 })));
  }

  private async ensureImage(image: string): Promise<void> {
    if (!(await this.hasImage(image))) throw new Error(`the image ${image} is not there and cannot be pulled`);
  }

  private async hasImage(image: string): Promise<boolean> {
    const { ImageName, getContainerRuntimeClient } = await import('testcontainers');
    const { image: images } = await getContainerRuntimeClient();
    const name = ImageName.fromString(image);
    if (await images.exists(name)) return true;
    this.log(`docker: pulling ${image}`);
    return images.pull(name, { force: false, platform: undefined }).then(
      () => true,
      () => false,
    );
  }

  private async startPostgres(): Promise<PostgresAddress> {
    const { GenericContainer, Wait } = await import('testcontainers');
    const password = randomBytes(18).toString('base64url');
    const container = await new GenericContainer(postgresImage)
      .withEnvironment({ POSTGRES_USER: 'lienthong', POSTGRES_PASSWORD: password, POSTGRES_DB: 'postgres' })
      .withCommand(['-c', 'max_connections=400', '-c', 'wal_level=logical'])
      .withExposedPorts(5432)
      .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
      .withStartupTimeout(120_000)
      .start();
    this.containers.push(container);
    const adminUrl = `postgres://lienthong:${password}@${container.getHost()}:${container.getMappedPort(5432)}/postgres`;
    return { adminUrl, version: '18', source: 'docker' };
  }

  /** The broker must tell clients its outside address before it starts, so the outside port is chosen here. */
  private async startKafka(host: string): Promise<KafkaAddress> {
    const { GenericContainer, Wait } = await import('testcontainers');
    const port = await freePort();
    const settings = brokerSettings({
      listeners: 'PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:9093',
      'advertised.listeners': `PLAINTEXT://${host}:${port}`,
      'controller.quorum.voters': '1@127.0.0.1:9093',
      'log.dirs': '/var/lib/kafka/data',
    });
    const container = await new GenericContainer(`apache/kafka:${kafkaVersion()}`)
      .withEnvironment({
        ...brokerVariables(settings),
        CLUSTER_ID: newClusterId(),
        KAFKA_HEAP_OPTS: '-Xmx512m',
      })
      .withExposedPorts({ container: 9092, host: port })
      .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
      .withStartupTimeout(120_000)
      .start();
    this.containers.push(container);
    return { brokers: `${host}:${port}`, version: kafkaVersion(), source: 'docker' };
  }
}
