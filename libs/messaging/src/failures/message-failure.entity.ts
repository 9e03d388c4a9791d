import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `rejected` by the bus; accepted, but `parked` or `discarded` by its recipient, or replaced by a `void`. */
export type FailedOutcome = 'rejected' | 'parked' | 'discarded' | 'void';

/** A message of this member that came to nothing at the bus or at a recipient; kept once, however often the bus says so. */
@Entity('message_failure')
@Index('ix_message_failure_open', ['failedAt'], { where: '"taken_at" is null' })
@Check('ck_message_failure_outcome', `"outcome" in ('rejected', 'parked', 'discarded', 'void')`)
export class MessageFailureEntity {
  /** `<message id>|<recipient>|<outcome>`; a rejection has no recipient. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_message_failure' })
  readonly key: string;

  @Column({ name: 'message_id', type: 'uuid' })
  readonly messageId: string;

  @Column({ type: 'text' })
  readonly type: string;

  /** `<member>/<office>` of all whom the message went to, comma-joined. */
  @Column({ type: 'text' })
  readonly recipients: string;

  @Column({ type: 'text' })
  readonly outcome: FailedOutcome;

  /** Code and text of the bus, or the cause that the recipient named. */
  @Column({ type: 'text' })
  readonly reason: string;

  @Column({ name: 'failed_at', type: 'timestamptz' })
  readonly failedAt: Date;

  /** When the service took it into its own work; absent until then. */
  @Column({ name: 'taken_at', type: 'timestamptz', nullable: true })
  readonly takenAt?: Date;
}
