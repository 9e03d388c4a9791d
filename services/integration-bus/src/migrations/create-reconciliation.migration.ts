import { PROTOCOL_TYPES } from '@lienthong/envelope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nightly comparison of the members' books with the log: what was asked, which pages came, what differs. */
export class CreateReconciliation1767573220000 implements MigrationInterface {
  readonly name = 'CreateReconciliation1767573220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reconciliation (
        id uuid constraint reconciliation_pkey primary key,
        day date not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        asked_by text not null,
        began_at timestamptz not null,
        -- A book that has not come by then is named as missing.
        due_at timestamptz not null,
        -- Entry up to which pages were looked for.
        seen_log_id uuid not null,
        state text not null default 'asking' constraint reconciliation_state_known check (state in ('asking', 'done')),
        done_at timestamptz,
        compared jsonb not null default '{}',
        counts jsonb not null default '{}',
        log_id uuid
      );
      create unique index reconciliation_one_of_a_day on reconciliation (day) where state = 'asking';
      create index reconciliation_by_day on reconciliation (day, began_at);

      create table reconciliation_book (
        run uuid not null constraint reconciliation_book_run_fkey references reconciliation,
        member text not null,
        side text not null constraint reconciliation_book_side_known check (side in ('sent', 'received')),
        next_place text not null default '',
        pages integer not null default 0,
        lines integer not null default 0,
        is_complete boolean not null default false,
        asked_at timestamptz,
        constraint reconciliation_book_pkey primary key (run, member, side)
      );

      -- The page itself is an entry of the log, signed by the member.
      create table reconciliation_page (
        run uuid not null,
        member text not null,
        side text not null,
        nr integer not null,
        log_id uuid not null,
        constraint reconciliation_page_pkey primary key (run, member, side, nr),
        constraint reconciliation_page_book_fkey foreign key (run, member, side) references reconciliation_book
      );

      create table reconciliation_difference (
        run uuid not null constraint reconciliation_difference_run_fkey references reconciliation,
        nr bigint generated always as identity,
        kind text not null,
        member text not null,
        sender text not null,
        id uuid not null,
        stream text not null,
        facts jsonb not null,
        constraint reconciliation_difference_pkey primary key (run, nr)
      );

      create index log_entry_book_page on log_entry (log_id)
        where kind = 'protocol' and type = '${PROTOCOL_TYPES.bookPage}';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index log_entry_book_page;
      drop table reconciliation_difference, reconciliation_page, reconciliation_book, reconciliation;`);
  }
}
