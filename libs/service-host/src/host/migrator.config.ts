import { IsInt, IsUrl, Matches, MinLength } from 'class-validator';

/** Settings of a migration run. */
export class MigratorConfig {
  /** PostgreSQL URL of the migrator role, owner of the service's schema. */
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true })
  readonly migratorDatabaseUrl: string;

  /** Role that the service runs as. */
  @Matches(/^[a-z][a-z0-9_-]{0,62}$/)
  readonly appRole: string;

  @MinLength(1)
  readonly lienthongHome: string = '.lienthong';

  @IsInt()
  readonly clockOffsetMs: number = 0;
}
