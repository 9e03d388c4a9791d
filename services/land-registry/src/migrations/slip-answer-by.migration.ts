import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day that the tax office gave for the answer (M13) stands on the dossier, and is the due date of its correction. */
export class LandSlipAnswerBy1767662700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table land_dossier add column slip_answer_by date');
    await runner.query(`
      update land_dossier d set slip_answer_by = s.answer_by
        from sent_slip s
       where d.status = 'slip-returned' and s.slip_id = d.slip ->> 'slipId' and s.state = 'completion-wanted'`);
    await runner.query(`
      update desk_entry e set due_at = (d.slip_answer_by + time '17:00') at time zone 'Asia/Ho_Chi_Minh'
        from land_dossier d
       where d.slip_answer_by is not null and e.id = 'dossier|' || d.dossier_code and e.step = 'correct-slip'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table land_dossier drop column slip_answer_by');
  }
}
