import 'reflect-metadata';
import { OffsetClock } from '@lienthong/kernel';
import { runMigrations } from '@lienthong/persistence';
import { environment } from '../config/environment.config';
import { ConfigError, readConfig } from '../config/load-config';
import type { ServiceDefinition } from '../service-definition';
import { MigratorConfig } from './migrator.config';

/** What migrations need to know of a service. */
export type MigratedService = Pick<ServiceDefinition, 'member' | 'migrations' | 'afterMigrations'>;

/** Migrates a service's database as a process: code 0 done, 1 failed, 2 wrong settings (every fault on stderr). */
export async function migrateService(definition: MigratedService): Promise<void> {
  try {
    const config = readConfig(MigratorConfig, environment());
    const ran = await migrateDatabase(definition, config);
    process.stderr.write(
      `${definition.member}: ${ran.length === 0 ? 'schema is up to date' : `ran ${ran.join(', ')}`}\n`,
    );
  } catch (error) {
    const text = error instanceof ConfigError ? error.message : String((error as Error).stack ?? error);
    process.stderr.write(`${definition.member}: ${text}\n`);
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  }
}

/** Runs the migrations, then what the service wants loaded once. Returns the names of the migrations it ran. */
export async function migrateDatabase(definition: MigratedService, config: MigratorConfig): Promise<readonly string[]> {
  const url = config.migratorDatabaseUrl;
  const ran = await runMigrations({ url, migrations: definition.migrations, appRole: config.appRole });
  await definition.afterMigrations?.({ url, home: config.lienthongHome, clock: new OffsetClock(config.clockOffsetMs) });
  return ran;
}
