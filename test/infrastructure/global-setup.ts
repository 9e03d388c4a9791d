import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Infrastructure, repositoryRoot, startInfrastructure } from '../../tools/local-infra/src';
import { publishTestInfrastructure } from './test-infrastructure.config';

declare global {
  var lienthongInfrastructure: Infrastructure | undefined;
}

/** PostgreSQL and Kafka once for all integration and end-to-end tests. They go with Jest's process, whatever ends it. */
export default async function globalSetup(): Promise<void> {
  const root = repositoryRoot();
  // guard and services run outside Jest, from compiled files; this does nothing when they are up to date
  execFileSync(process.execPath, [join(root, 'tools', 'build', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const log = (text: string): void => void process.stderr.write(`${text}\n`);
  const infrastructure = await startInfrastructure({ log });
  const { postgres, kafka } = infrastructure;
  log(`PostgreSQL ${postgres.version} (${postgres.source}), Kafka ${kafka.version} (${kafka.source})`);
  globalThis.lienthongInfrastructure = infrastructure;
  publishTestInfrastructure(postgres.adminUrl, kafka.brokers);
}
