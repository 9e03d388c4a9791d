import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '../tasks/desk-tasks';
import { type FailedMessage, MessageFailures } from './message-failures';

const SENT = `select sender_office as office, coalesce(subject, split_part(stream, ':', 2)) as about from outbox where id = $1`;

interface Sent {
  readonly office: string;
  /** The dossier, or what the stream is about where no dossier may be known: a voucher, a document, a day. */
  readonly about: string;
}

/**
 * A message of an agency that runs no procedure came to nothing, for example because its recipient knows no such dossier: an
 * officer of the office that sent it sees to it, and nothing is undone.
 */
@Injectable()
export class OfficeFailures implements OnModuleInit {
  constructor(
    private readonly failures: MessageFailures,
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
  ) {}

  onModuleInit(): void {
    this.failures.when((failed) => this.take(failed));
  }

  /** What the outbox no longer has was answered for two weeks ago. */
  private async take({ id, type, recipients, outcome, reason }: FailedMessage): Promise<void> {
    const [sent] = await this.unitOfWork.query<Sent>(SENT, [id]);
    if (!sent) return;
    const text = `Bản tin ${type} gửi ${recipients} không được xử lý (${outcome}): ${reason}.`;
    this.tasks.open({ kind: 'officer-task', office: sent.office, dossierCode: sent.about, text });
  }
}
