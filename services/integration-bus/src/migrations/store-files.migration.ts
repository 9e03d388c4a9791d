import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that messages name, the pieces of their bodies in the store, who named them and who read them. */
export class StoreFiles1767313300000 implements MigrationInterface {
  readonly name = 'StoreFiles1767313300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file (
        file_id uuid constraint file_pkey primary key,
        owner text not null,
        name text not null,
        content_type text not null,
        size bigint not null constraint file_size_positive check (size > 0),
        sha256 text not null constraint file_sha256_length check (length(sha256) = 43),
        state text not null constraint file_state_known check (state in ('uploading', 'complete', 'removing', 'removed')),
        received bigint not null default 0 constraint file_received_in_size check (received between 0 and size),
        created_at timestamptz not null,
        -- the last sign of use: a piece came, or a message named it
        touched_at timestamptz not null,
        completed_at timestamptz,
        removed_at timestamptz,
        removed_why text constraint file_removed_why_known
          check (removed_why in ('interrupted', 'ended', 'refused', 'unnamed', 'expired')),
        constraint file_complete_whole check (state <> 'complete' or (received = size and completed_at is not null)),
        constraint file_removed_told check ((state in ('removing', 'removed')) = (removed_why is not null)),
        constraint file_removed_dated check ((state = 'removed') = (removed_at is not null))
      ) with (fillfactor = 70);
      -- a file that is sent again is the same file
      create unique index file_once on file (owner, sha256, size, name, content_type)
        where state in ('uploading', 'complete');
      create index file_kept on file (state, touched_at) where state <> 'removed';

      create table file_piece (
        file_id uuid not null constraint file_piece_file_fkey references file,
        piece_id uuid not null,
        starts_at bigint not null,
        size integer not null constraint file_piece_size_positive check (size > 0),
        is_stored boolean not null default false,
        constraint file_piece_pkey primary key (file_id, piece_id)
      );
      create unique index file_piece_in_place on file_piece (file_id, starts_at) where is_stored;

      create table message_file (
        file_id uuid not null constraint message_file_file_fkey references file,
        log_id uuid not null,
        constraint message_file_pkey primary key (file_id, log_id)
      );

      create table file_reading (
        log_id uuid constraint file_reading_pkey primary key,
        file_id uuid not null constraint file_reading_file_fkey references file,
        member text not null,
        at timestamptz not null,
        from_byte bigint not null,
        to_byte bigint not null,
        constraint file_reading_range check (from_byte >= 0 and to_byte >= from_byte)
      );
      create index file_reading_file on file_reading (file_id, log_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file_reading, message_file, file_piece, file');
  }
}
