export { fullJitter } from './back-off';
export { cachedQuery } from './cached-query';
export { type HandlerLoads, Handles, type Load, type ThenLoad } from './handles.decorator';
export type { Depths } from './depths/member-depths';
export { type FailedOutcome, MessageFailureEntity } from './failures/message-failure.entity';
export type { PartitionLag } from './kafka/consumer-lag';
export type { ConsumerState, GatheringConsumerOptions } from './kafka/consumer-options';
export type { Pace, WireRecord } from './kafka/gathered';
export { GatheringConsumer } from './kafka/gathering-consumer';
export type { Gaps } from './gaps/gap-watch';
export { DependableProducer } from './kafka/dependable-producer';
export {
  createKafka,
  createProducer,
  ensureTopics,
  type KafkaCredentials,
  type KafkaLogger,
  type KafkaOptions,
  type OutgoingRecord,
  type TopicRecords,
} from './kafka/kafka-client';
export { replaceRecordEncoder } from './kafka/record-encoder';
export { refuseWhileConnected } from './restore/still-connected';
export { beginAgain, type BeginAgainOptions, type BegunAgain, forgetOffsets } from './member/begin-again';
export { MemberMessaging } from './member/member-messaging';
export type { MemberMessagingOptions } from './member/member-messaging.options';
export { MemberServer } from './member/member-server';
export { MessagingModule } from './member/messaging.module';
export { nestLog } from './member/nest-log';
export { messagingErrors } from './messaging.errors';
export { messagingMigrations } from './messaging.migration';
export { shardOf } from './outbox/outbox';
export { type MessagingObserver, unobserved } from './observer';
export { type PlainCause, plainCause, type WaitsFor } from './plain-cause';
export type { Operator, ParkedListing, ParkedMessage, ParkedPlace } from './parking/parked-message';
export { ParkedMessages, type Released } from './parking/parked-messages';
export { ProtocolWriter, type ProtocolWriterOptions } from './protocol/protocol-writer';
export { HoldBack } from './relay/hold-back';
export type { RelayState, RelayTrouble } from './relay/relay-record';
export { isBrokerAway } from './relay/send-what-fits';
export { Relay, type RelayOptions, SHARDS } from './relay/relay';
export { type Claimed, isCut, type RelaySource, type Wanted } from './relay/relay-source';
export type { Sent } from './relay/unmarked';
export { type TopicNames, topicNames } from './topics';
