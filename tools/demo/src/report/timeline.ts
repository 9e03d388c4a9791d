import { topicNames } from '@lienthong/messaging';
import type { TimelineRow } from './demo-document';
import type { CoordinateIndex } from './kafka-coordinates';
import type { TraceMessage } from './trace';

/** One row per message and recipient, in the order of sending. */
export function timelineOf(
  trace: readonly TraceMessage[],
  prefix: string,
  coordinates: CoordinateIndex,
): TimelineRow[] {
  const names = topicNames(prefix);
  const inOrder = [...trace].sort(
    (a, b) =>
      a.sentAt.localeCompare(b.sentAt) || a.acceptedAt.localeCompare(b.acceptedAt) || a.logId.localeCompare(b.logId),
  );
  return inOrder.flatMap(({ id, type, sender, sentAt, acceptedAt, logId, deliveries }) =>
    deliveries.map(({ recipient, deliveredAt, handledAt }) => {
      const [out, into] = [
        coordinates.get(`${names.out(sender)}|${id}`),
        coordinates.get(`${names.in(recipient)}|${id}`),
      ];
      return {
        id,
        type,
        sender,
        recipient,
        sentAt,
        acceptedAt,
        ...(deliveredAt !== undefined && { deliveredAt }),
        ...(handledAt !== undefined && { handledAt }),
        ...(out && { out }),
        ...(into && { in: into }),
        logId,
      };
    }),
  );
}
