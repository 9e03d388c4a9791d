import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { BookKind, RegisterBook } from './register-book.rules';

@Entity('register_book')
@Check('ck_register_book_kind', `"kind" in ('birth', 'death')`)
@Check('ck_register_book_last_page', '"last_page" >= 0')
export class RegisterBookEntity implements RegisterBook {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_register_book' })
  readonly key: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly kind: BookKind;

  @Column({ type: 'integer' })
  readonly year: number;

  @Column({ type: 'integer' })
  readonly ordinal: number;

  @Column({ name: 'opened_on', type: 'date' })
  readonly openedOn: string;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  readonly closedOn?: string;

  @Column({ name: 'last_page', type: 'integer' })
  readonly lastPage: number;
}
