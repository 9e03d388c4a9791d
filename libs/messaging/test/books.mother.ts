import { Message, Text, Whole } from '@lienthong/envelope';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { messagingMigrations } from '../src';

/** A message of the tests: adds to the count of a book. */
@Message({
  owner: 'tax',
  name: 'page-added',
  version: 1,
  summary: 'A page was added to a book (test message).',
  stream: (body) => `document:${body.book}`,
  example: { book: 'a', pages: 1 },
})
export class PageAddedV1 {
  @Text({ max: 40 }) readonly book: string;
  @Whole({ min: 0, max: 1_000 }) readonly pages: number;
}

@Entity('book')
export class Book {
  @PrimaryColumn('text') readonly name: string;
  @Column('integer') readonly pages: number;
}

export class BookTable1767225600001 implements MigrationInterface {
  readonly name = 'BookTable1767225600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table book (name text constraint book_pkey primary key,
      pages integer not null constraint book_not_too_thick check (pages < 900))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book');
  }
}

/** The database of the member `library`. */
export const librarySchema = { entities: [Book], migrations: [...messagingMigrations, BookTable1767225600001] };
