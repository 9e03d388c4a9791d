import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a webhook member takes its deliveries, keys that were revoked, offices that went into another one. */
export class WidenRegistry1767313002000 implements MigrationInterface {
  readonly name = 'WidenRegistry1767313002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table member
        add column webhook_url text,
        add constraint member_webhook_whole check ((transport = 'webhook') = (webhook_url is not null));
      alter table member_key add column revoked_at timestamptz;
      alter table office add column successor text,
        add constraint office_successor_ended check (successor is null or valid_to is not null);
      create index member_key_member on member_key (member);
      create index message_schema_type on message_schema (type);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index message_schema_type, member_key_member;
      alter table office drop column successor;
      alter table member_key drop column revoked_at;
      alter table member drop constraint member_webhook_whole, drop column webhook_url;`);
  }
}
