import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dossier keeps the regime of the day on which its tax clock started; rows say what is exempt and by which rules. */
export class AssessmentRegime1767660700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment add column regime text, add column clock_started_on date;
      update assessment set clock_started_on = (received_at at time zone 'Asia/Ho_Chi_Minh')::date
        where state <> 'returned';
      update assessment set regime = case
          when clock_started_on < '2020-12-05' then 'A' when clock_started_on < '2026-07-01' then 'B' else 'C' end,
        revenues = (
          select jsonb_agg(revenue || jsonb_build_object('rules', '[]'::jsonb, 'rows', (
            select jsonb_agg(line || jsonb_build_object(
              'arisingDong', line -> 'amountDong', 'exemptDong', '0', 'reasons', '[]'::jsonb) order by at)
            from jsonb_array_elements(revenue -> 'rows') with ordinality as each_line (line, at))) order by place)
          from jsonb_array_elements(revenues) with ordinality as each_revenue (revenue, place))
        where state <> 'returned';
      alter table assessment
        add constraint ck_assessment_regime check (regime in ('A', 'B', 'C')),
        drop constraint ck_assessment_computed,
        add constraint ck_assessment_computed check (state = 'returned' or
          (revenues is not null and collection is not null and intake_office is not null
           and notice_limit_on is not null and regime is not null and clock_started_on is not null));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment
        drop constraint ck_assessment_computed,
        add constraint ck_assessment_computed check (state = 'returned' or
          (revenues is not null and collection is not null and intake_office is not null and notice_limit_on is not null)),
        drop constraint ck_assessment_regime, drop column regime, drop column clock_started_on;`);
  }
}
