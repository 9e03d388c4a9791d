import { describeSchemaMatchesMigrations, schemaDrift, testDatabase } from '@lienthong/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hostEntities, hostMigrations } from '../src';
import { permitService } from './permits.mother';

class ExtraIndex1767225900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index idempotency_key_answer on idempotency_key (status)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index idempotency_key_answer');
  }
}

describeSchemaMatchesMigrations({ member: 'the host', entities: hostEntities, migrations: hostMigrations });
describeSchemaMatchesMigrations(permitService);

describe('the drift test', () => {
  it('reports an index that no entity declares', async () => {
    const definition = { entities: hostEntities, migrations: [...hostMigrations, ExtraIndex1767225900000] };
    const database = await testDatabase(definition);
    expect(await schemaDrift(database, definition)).toEqual([expect.stringContaining('idempotency_key_answer')]);
    await database.drop();
  });
});
