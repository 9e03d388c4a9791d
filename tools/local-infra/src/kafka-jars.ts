import { existsSync, readFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fillOnce } from './cache-folder';
import type { EmbeddedPlace } from './embedded-postgres';
import { repositoryRoot } from './repository';

function pomFile(): string {
  return join(repositoryRoot(), 'tools', 'local-infra', 'pom.xml');
}

export function kafkaVersion(): string {
  const version = /<artifactId>kafka_2\.13<\/artifactId>\s*<version>([^<]+)</.exec(
    readFileSync(pomFile(), 'utf8'),
  )?.[1];
  if (!version) throw new Error(`no version of kafka_2.13 in ${pomFile()}`);
  return version;
}

/** Major version of the Java that answers, undefined without one. */
export function javaMajor(java: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile(java, ['-version'], (error, stdout, stderr) => {
      const version = /version "(?:1\.)?(\d+)/.exec(`${stdout}${stderr}`)?.[1];
      resolve(error || !version ? undefined : Number(version));
    });
  });
}

/** The broker's jars, fetched by Maven once into the user's cache. */
export async function kafkaJars({ config, folder, processes, log }: EmbeddedPlace): Promise<string> {
  const version = kafkaVersion();
  const jars = join(config.cacheFolder, `kafka-${version}`);
  if (existsSync(jars)) return jars;
  log(`Apache Kafka ${version}: fetching about 45 jars with Maven into ${jars}, once (10-60 s)`);
  const startedAt = process.hrtime.bigint();
  await fillOnce(jars, async (temporary) => {
    let fetched = 0;
    await processes.run(
      {
        command: 'mvn',
        args: [
          '-B',
          '-f',
          pomFile(),
          'dependency:copy-dependencies',
          `-DoutputDirectory=${temporary}`,
          '-DincludeScope=runtime',
        ],
        logFile: join(folder, 'maven.log'),
      },
      (line) => {
        if (!/Downloaded from .*\.jar/.test(line)) return;
        fetched += 1;
        if (fetched % 10 === 0) log(`Apache Kafka ${version}: ${fetched} files fetched`);
      },
    );
    if (!existsSync(join(temporary, `kafka_2.13-${version}.jar`)))
      throw new Error(`Maven ended well, but kafka_2.13-${version}.jar is not there`);
  }).catch((error: Error & { code?: string }) => {
    if (error.code === 'ENOENT')
      throw new Error('mvn (Maven) was not found; it fetches the jars of Apache Kafka on the first run');
    throw error;
  });
  log(`Apache Kafka ${version}: fetched in ${(Number(process.hrtime.bigint() - startedAt) / 1e9).toFixed(1)} s`);
  return jars;
}
