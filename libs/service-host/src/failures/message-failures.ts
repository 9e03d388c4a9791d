import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { type FailedOutcome, MemberMessaging, MessageFailureEntity } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { ServiceConfig } from '../config/service.config';
import { BackgroundParts } from '../health/background-parts';
import { TimedWork } from '../jobs/timed-work';

/** A message of this service that the bus refused, or that a recipient did not get or could not take. */
export interface FailedMessage {
  readonly id: string;
  /** Wire name. */
  readonly type: string;
  /** `<member>/<office>`, comma-joined. */
  readonly recipients: string;
  readonly outcome: FailedOutcome;
  /** Code and text, as the bus or the recipient says it. */
  readonly reason: string;
  readonly at: Date;
  /** What was sent, as long as the outbox has it. */
  readonly body?: unknown;
}

/** Takes the failure into the service's own work; it commits together with the mark that it was taken. */
export type TakeFailure = (failed: FailedMessage) => Promise<void>;

const AT_ONCE = 50;
const OPEN = 'select key from message_failure where taken_at is null order by failed_at, key limit $1';
const BODY = `select convert_from(payload, 'utf8')::jsonb as body from outbox where id = $1`;

/**
 * Hands each failure to the service exactly once: the row is locked, and its mark is of the same transaction as what the
 * service does. What a process left undone when it died is found by the next look.
 */
@Injectable()
export class MessageFailures {
  private readonly logger = new Logger(MessageFailures.name);
  private handler?: TakeFailure;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    messaging: MemberMessaging,
    parts: BackgroundParts,
    config: ServiceConfig,
  ) {
    const onFailure = (error: unknown): void =>
      this.logger.warn({ error: String(error), msg: 'failed messages are looked at again' });
    const everyMs = config.timerPollMs;
    const timed = new TimedWork({ name: 'message-failures', everyMs, onFailure, work: () => this.round() });
    messaging.whenNotHandled(() => timed.wakeIn(0));
    parts.add(timed);
  }

  /** Says who takes them. */
  when(handler: TakeFailure): void {
    this.handler = handler;
  }

  private async round(): Promise<{ readonly againInMs?: number }> {
    const open = await this.unitOfWork.perform(() => this.unitOfWork.query<{ key: string }>(OPEN, [AT_ONCE]));
    let failed = 0;
    for (const { key } of open) {
      await this.unitOfWork
        .perform(() => this.take(key))
        .catch((error: unknown) => {
          failed += 1;
          this.logger.error({
            key,
            error: String(error),
            msg: 'a failed message could not be taken; it is taken again later',
          });
        });
    }
    return open.length === AT_ONCE && failed === 0 ? { againInMs: 0 } : {};
  }

  private async take(key: string): Promise<void> {
    const failure = await this.unitOfWork.get(MessageFailureEntity, key);
    if (failure.takenAt || !this.handler) return;
    const { messageId: id, type, recipients, outcome, reason, failedAt: at } = failure;
    const [sent] = await this.unitOfWork.query<{ body: unknown }>(BODY, [id]);
    await this.handler({ id, type, recipients, outcome, reason, at, ...(sent && { body: sent.body }) });
    this.unitOfWork.save(MessageFailureEntity, { ...failure, takenAt: this.clock.now() });
  }
}
