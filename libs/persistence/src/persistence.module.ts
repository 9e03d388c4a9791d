import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database, type DatabaseOptions } from './database';
import { UnitOfWork } from './unit-of-work';

export type PersistenceOptions = DatabaseOptions;

/** Closes the pool last: consumers and relays have stopped by then. */
@Injectable()
class DatabaseLifecycle implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}

/** Global: `Database`, `DataSource` and `UnitOfWork` of one service. Connecting is the host's job (`database.connect()`). */
@Module({})
export class PersistenceModule {
  static forRoot(options: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: Database, useFactory: () => new Database(options) },
        { provide: DataSource, useFactory: (database: Database) => database.dataSource, inject: [Database] },
        UnitOfWork,
        DatabaseLifecycle,
      ],
      exports: [Database, DataSource, UnitOfWork],
    };
  }
}
