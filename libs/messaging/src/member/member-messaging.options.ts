import type { KeyDirectory, Signer } from '@lienthong/envelope';
import type { KafkaCredentials } from '../kafka/kafka-client';

/** What the host says of one member's messaging; what is left out has the values of production. */
export interface MemberMessagingOptions {
  readonly member: string;
  readonly brokers: readonly string[];
  /** Absent where the broker asks nobody who he is. */
  readonly credentials?: KafkaCredentials | undefined;
  readonly topicPrefix: string;
  readonly topicPartitions: number;
  /** Messages of one transaction. */
  readonly maxBatch: number;
  readonly signer: Signer;
  readonly keys: KeyDirectory;
  readonly handlerTimeoutMs?: number;
  readonly sessionTimeoutMs?: number;
  /** First wait for the bus's answer before a message is sent again. */
  readonly resendAfterMs?: number;
  /** How often the bus is asked again for missing delivery numbers. */
  readonly askAgainMs?: number;
  /** A missing delivery number is an alarm after this time. */
  readonly gapAlarmMs?: number;
  /** What waits is counted at most this often. */
  readonly depthsKeptMs?: number;
  /** How long marks of handled messages are kept at least. */
  readonly duplicateWindowDays?: number;
}
