import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cannot be undone is proposed first, as what permits is; acts of before keep the effect they had. */
export class IrreversibleActs1767660500000 implements MigrationInterface {
  readonly name = 'IrreversibleActs1767660500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table act
        drop constraint act_effect_known,
        drop constraint act_state_of_effect,
        add constraint act_effect_known check (effect in ('permits', 'restricts', 'irreversible')),
        add constraint act_state_of_effect check (case effect
          when 'restricts' then state in ('in-force', 'confirmed', 'disputed')
          else state in ('proposed', 'carried-out', 'refused') end);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table act
        drop constraint act_effect_known,
        drop constraint act_state_of_effect,
        add constraint act_effect_known check (effect in ('permits', 'restricts')),
        add constraint act_state_of_effect check (case effect
          when 'permits' then state in ('proposed', 'carried-out', 'refused')
          else state in ('in-force', 'confirmed', 'disputed') end);`);
  }
}
