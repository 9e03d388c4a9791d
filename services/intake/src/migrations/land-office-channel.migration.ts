import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dossier may have been lodged at the land office's own counter (M02, second reading). */
export class LandOfficeChannel1767661500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(channels(`'desk', 'online', 'post', 'land-office'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update dossier set channel = 'desk' where channel = 'land-office'`);
    await runner.query(channels(`'desk', 'online', 'post'`));
  }
}

function channels(list: string): string {
  return `
    alter table dossier
      drop constraint ck_dossier_channel,
      add constraint ck_dossier_channel check (channel in (${list}))`;
}
