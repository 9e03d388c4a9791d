import { APP_ROLE_SETTING } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had which paper printed; to be put among the migrations of a service that prints papers. */
export class PaperReadingTable1767661700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table paper_reading (
        id uuid constraint pk_paper_reading primary key,
        paper text not null,
        key text not null,
        office text not null,
        read_by text not null,
        read_at timestamptz not null
      );
      create index ix_paper_reading_key on paper_reading (key, read_at, id);
      do $body$
      begin
        if current_setting('${APP_ROLE_SETTING}', true) <> '' then
          execute format('revoke update, delete, truncate on paper_reading from %I', current_setting('${APP_ROLE_SETTING}'));
        end if;
      end $body$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paper_reading');
  }
}
