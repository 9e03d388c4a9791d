import type { Type } from '@nestjs/common';
import type { Clock } from '@lienthong/kernel';
import type { MigrationInterface } from 'typeorm';
import type { ServiceConfig } from './config/service.config';
import type { DeskDefinition } from './desk/desk.definition';

/** Whether an officer acts, or the service does so itself when nothing is wrong with the dossier. */
export type StepPolicyKind = 'manual' | 'automatic-when-clean';

/** What a migrator may use after the tables stand. */
export interface AfterMigrations {
  /** URL of the migrator role. */
  readonly url: string;
  /** Folder with keys and directory. */
  readonly home: string;
  readonly clock: Clock;
}

/** Bodies posted to exactly this path, read whole within a time and up to a size. */
export interface RawBody {
  readonly path: string;
  readonly limitBytes: number;
  readonly withinMs: number;
}

/** All that the host needs to know of a service. */
export interface ServiceDefinition {
  readonly member: string;
  /** Title of the OpenAPI page. */
  readonly title: string;
  readonly module: Type;
  readonly config: Type<ServiceConfig>;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Steps an agency may let run by themselves, with the policy they start with. */
  readonly steps?: Readonly<Record<string, StepPolicyKind>>;
  /** What waits at its desks, how it is found, and of what a history is kept. */
  readonly desk?: DeskDefinition;
  /** The roles that see and close the tasks of their office at `/tasks`; the service lists `DeskTaskEntity`. */
  readonly tasksOf?: readonly [string, ...string[]];
  /** `false` for the bus: it reads and writes the members' topics itself. Default `true`. */
  readonly messaging?: boolean;
  /** Bodies that a controller reads itself, byte for byte and of any type. */
  readonly rawBody?: RawBody;
  /** Data that a fresh installation needs, loaded once by the migrator; must be repeatable. */
  readonly afterMigrations?: (context: AfterMigrations) => Promise<void>;
}
