import type { TapeRecord } from '../stage/topic-tape';
import type { Violation } from './violation';
import { deliveryNumberOf } from './wire';

/** In every topic the numbers of a stream appear for the first time in their order; repeats may follow. */
export function topicViolations(topic: string, records: readonly TapeRecord[]): Violation[] {
  const isIn = topic.endsWith('.in');
  const last = new Map<string, number>();
  const found: Violation[] = [];
  for (const record of records) {
    const number = isIn ? deliveryNumberOf(record) : Number(record.headers['ce_sequence'] ?? 0);
    if (number === 0) continue;
    const before = last.get(record.stream) ?? 0;
    if (number > before + 1) {
      found.push({
        harm: 'outOfOrder',
        stream: record.stream,
        text: `${topic}: number ${number} of ${record.stream} appears after number ${before}`,
      });
    }
    last.set(record.stream, Math.max(before, number));
  }
  return found;
}
