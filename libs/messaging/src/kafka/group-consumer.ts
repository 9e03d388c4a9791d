import type { Consumer, Kafka } from 'kafkajs';

const LONGEST_FETCH_MS = 1_000;

/** A kafkajs consumer of one group; beats and fetches follow from how long the broker lets it be silent. */
export function groupConsumer(kafka: Kafka, groupId: string, sessionTimeoutMs: number): Consumer {
  const quarter = Math.floor(sessionTimeoutMs / 4);
  return kafka.consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: quarter,
    rebalanceTimeout: sessionTimeoutMs,
    // An idle consumer beats between two fetches.
    maxWaitTimeInMs: Math.min(LONGEST_FETCH_MS, quarter),
    allowAutoTopicCreation: false,
    // Restarting is the caller's: kafkajs would go on reconnecting after a stop.
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 6, restartOnFailure: () => Promise.resolve(false) },
  });
}
