import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dossier may be of a civil chain: its kind and channel, what is known of its chain, and which act it declares. */
export class CivilDossiers1767226000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(checks);
    await runner.query(declaredActs);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table declared_act');
    await runner.query(`delete from dossier where kind <> 'land'`);
    await runner.query(checksBefore);
    await runner.query('alter table dossier drop column kind, drop column channel, drop column chain');
  }
}

const columns = `
  alter table dossier
    add column kind text not null default 'land' constraint ck_dossier_kind check (kind in ('land', 'birth', 'death')),
    add column channel text not null default 'desk'
      constraint ck_dossier_channel check (channel in ('desk', 'online', 'post')),
    add column chain jsonb;
  alter table dossier alter column kind drop default, alter column channel drop default;`;

const checks = `
  alter table dossier
    drop constraint ck_dossier_forwarded, drop constraint ck_dossier_result, drop constraint ck_dossier_stopped,
    add constraint ck_dossier_chain check
      ((kind = 'land' and chain is null) or (kind <> 'land' and land_office is null)),
    add constraint ck_dossier_forwarded check (state <> 4 or coalesce(land_office, chain ->> 'office') is not null),
    add constraint ck_dossier_result check (state not in (9, 10) or
      case kind when 'land' then outcome -> 'certificate' is not null else outcome -> 'results' -> 0 is not null end),
    add constraint ck_dossier_stopped check (case outcome ->> 'kind'
      when 'rejected' then outcome ->> 'reason' is not null and outcome ->> 'documentNumber' is not null
      when 'stopped' then outcome ->> 'reason' is not null
      when 'not-accepted' then outcome ->> 'reason' is not null
      else true end);`;

const checksBefore = `
  alter table dossier
    drop constraint ck_dossier_chain,
    drop constraint ck_dossier_forwarded, drop constraint ck_dossier_result, drop constraint ck_dossier_stopped,
    add constraint ck_dossier_forwarded check (state <> 4 or land_office is not null),
    add constraint ck_dossier_result check (state not in (9, 10) or outcome -> 'certificate' is not null),
    add constraint ck_dossier_stopped check (outcome ->> 'kind' is distinct from 'rejected' or
      (outcome ->> 'reason' is not null and outcome ->> 'documentNumber' is not null));`;

const declaredActs = `
  create table declared_act (
    key text constraint pk_declared_act primary key,
    dossier_code text not null
  );`;
