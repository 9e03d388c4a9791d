import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message that waited keeps where it came from, so that a parked one tells it however often it was released. */
export class MessagingArrival1767398460000 implements MigrationInterface {
  readonly name = 'MessagingArrival1767398460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table stash add column arrived_as text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table stash drop column arrived_as');
  }
}
