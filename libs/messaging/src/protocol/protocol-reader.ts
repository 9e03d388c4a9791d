import {
  AcceptedV1,
  messageOf,
  type MessageClass,
  RejectedV1,
  ResendWantedV1,
  validateBody,
} from '@lienthong/envelope';
import { isAppError } from '@lienthong/kernel';
import type { Database } from '@lienthong/persistence';
import type { Incoming, Unreadable } from '../inbox/incoming';
import type { OutboxAnswers } from '../outbox/outbox-answers';

/** Takes the bus's protocol messages: they name no stream number, are never acknowledged, and heal by repetition. */
export class ProtocolReader {
  constructor(
    private readonly database: Database,
    private readonly answers: OutboxAnswers,
    private readonly wakeRelay: () => void,
  ) {}

  /** Returns the messages that are broken; nothing of them was taken. */
  async take(messages: readonly Incoming[]): Promise<Unreadable[]> {
    const accepted = read(AcceptedV1, messages);
    const rejected = read(RejectedV1, messages);
    const wanted = read(ResendWantedV1, messages);
    if (accepted.bodies.length + rejected.bodies.length + wanted.bodies.length > 0) {
      await this.apply(accepted.bodies, rejected.bodies, wanted.bodies);
    }
    const broken = messages.flatMap(({ record, fault }) => (fault ? [{ record, fault }] : []));
    return [...broken, ...accepted.broken, ...rejected.broken, ...wanted.broken];
  }

  private async apply(
    accepted: readonly AcceptedV1[],
    rejected: readonly RejectedV1[],
    wanted: readonly ResendWantedV1[],
  ): Promise<void> {
    const { client, release } = await this.database.client();
    try {
      await this.answers.accepted(client, accepted);
      await this.answers.rejected(client, rejected);
      if ((await this.answers.resendWanted(client, wanted)) > 0) this.wakeRelay();
    } finally {
      release();
    }
  }
}

function read<B extends object>(
  messageClass: new () => B,
  messages: readonly Incoming[],
): { bodies: B[]; broken: Unreadable[] } {
  const { type } = messageOf(messageClass as MessageClass<B>);
  const bodies: B[] = [];
  const broken: Unreadable[] = [];
  for (const { record, body } of messages.filter((message) => message.type === type && !message.fault)) {
    try {
      bodies.push(validateBody(messageClass as MessageClass<B>, body, 'tolerant'));
    } catch (error) {
      if (!isAppError(error)) throw error;
      broken.push({ record, fault: error });
    }
  }
  return { bodies, broken };
}
