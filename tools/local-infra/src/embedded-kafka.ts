import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { Crashable } from './crashable';
import type { Embedded, EmbeddedPlace } from './embedded-postgres';
import { freePort } from './free-port';
import type { KafkaAccess, KafkaAddress } from './guard-protocol';
import { javaMajor, kafkaJars, kafkaVersion } from './kafka-jars';
import { brokerSettings, newClusterId } from './kafka-settings';
import { scramArguments, securedSettings, withoutKeys } from './secured-kafka';

const logConfiguration = `appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d %p %m (%c)%n%throwable
rootLogger.level=warn
rootLogger.appenderRef.out.ref=out
logger.server.name=kafka.server.KafkaRaftServer
logger.server.level=info
`;

/** A real one-node Apache Kafka (KRaft) on Java; with `access` it asks everybody who he is. */
export async function startEmbeddedKafka(place: EmbeddedPlace, access?: KafkaAccess): Promise<Embedded<KafkaAddress>> {
  const { config, folder, processes } = place;
  const major = await javaMajor(config.java);
  if (major === undefined) throw new Error(`Java was not found (${config.java}); Java 17 or newer is needed`);
  if (major < 17) throw new Error(`${config.java} is Java ${major}; Java 17 or newer is needed`);
  const jars = await kafkaJars(place);
  const [port, controllerPort] = [await freePort(), await freePort()];
  const logging = join(folder, 'log4j2.properties');
  const listener = access ? 'MEMBERS' : 'PLAINTEXT';
  const settings = brokerSettings({
    ...(access && securedSettings(access)),
    listeners: `${listener}://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `${listener}://127.0.0.1:${port}`,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'log.dirs': join(folder, 'kafka'),
  });
  const properties = writeProperties(folder, settings);
  writeFileSync(logging, logConfiguration);
  const java = (options: readonly string[], main: readonly string[]) => ({
    command: config.java,
    args: [
      ...options,
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      `-Dlog4j2.configurationFile=${logging}`,
      '-cp',
      join(jars, '*'),
      ...main,
    ],
    options: { cwd: folder },
    logFile: join(folder, 'kafka.log'),
  });
  const format = ['kafka.tools.StorageTool', 'format', '-t', newClusterId(), '-c', properties];
  const formatting = java(['-Xmx128m'], [...format, ...(access ? scramArguments(access) : [])]);
  // what it prints shows the keys of every user
  await processes.run(access ? { ...formatting, logFile: devNull } : formatting).catch((error: Error) => {
    throw access ? new Error(withoutKeys(error.message)) : error;
  });
  const start = async (): Promise<ChildProcess> => {
    const broker = await processes.runUntil(
      java(['-Xms128m', '-Xmx512m'], ['kafka.Kafka', properties]),
      (line) => line.includes('Kafka Server started'),
      90_000,
    );
    writeFileSync(join(folder, 'kafka.pid'), String(broker.pid));
    return broker;
  };
  const server = await Crashable.start({ processes, start });
  const address = { brokers: `127.0.0.1:${port}`, version: kafkaVersion(), source: 'embedded' } as const;
  return { address: { ...address, ...(access && { access }) }, server };
}

/** Of a secured broker they hold its password. Returns the file. */
function writeProperties(folder: string, settings: Readonly<Record<string, string>>): string {
  const file = join(folder, 'kafka.properties');
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}
