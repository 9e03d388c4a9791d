import { DataSource, type MigrationInterface } from 'typeorm';

export interface MigrationRun {
  /** URL of the migrator role, owner of the schema. */
  readonly url: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Role the service runs as; it gets rows, never tables. */
  readonly appRole: string;
}

/** A migration that takes a right back from the app role reads its name with `current_setting('lienthong.app_role')`. */
export const APP_ROLE_SETTING = 'lienthong.app_role';

/** A data source of the migrator role; entities are only needed to compare them with the schema. */
export function createMigratorDataSource(run: {
  readonly url: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly entities?: readonly (new () => object)[];
  readonly appRole?: string;
}): DataSource {
  return new DataSource({
    type: 'postgres',
    url: run.url,
    migrations: [...run.migrations] as never[],
    entities: [...(run.entities ?? [])] as never[],
    migrationsTransactionMode: 'each',
    synchronize: false,
    ...(run.appRole ? { extra: { options: `-c ${APP_ROLE_SETTING}=${run.appRole}` } } : {}),
  });
}

/** Brings the schema up to date and grants the app role its rights. Returns the names of the migrations it ran. */
export async function runMigrations({ url, migrations, appRole }: MigrationRun): Promise<readonly string[]> {
  const dataSource = createMigratorDataSource({ url, migrations, appRole });
  await dataSource.initialize();
  try {
    await dataSource.query(grants(appRole));
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Default privileges come before the tables, so that a migration may take some back (the bus's log is insert-only). */
function grants(appRole: string): string {
  const role = `"${appRole.replaceAll('"', '')}"`;
  return `grant usage on schema public to ${role};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema public grant usage, select on sequences to ${role};
    alter default privileges in schema public grant execute on functions to ${role}`;
}
