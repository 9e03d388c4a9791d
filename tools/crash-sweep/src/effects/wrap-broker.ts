import { createRequire } from 'node:module';
import { observed, type Observer } from './observer';

interface ProducedPartition {
  readonly messages: readonly { readonly headers?: Readonly<Record<string, unknown>> }[];
}

interface ProduceRequest {
  readonly topicData: readonly { readonly topic: string; readonly partitions: readonly ProducedPartition[] }[];
}

interface CommitRequest {
  readonly topics: readonly { readonly topic: string }[];
}

interface BrokerPrototype {
  produce(request: ProduceRequest): Promise<unknown>;
  offsetCommit(request: CommitRequest): Promise<unknown>;
}

/** Wraps the two requests by which this process changes the broker: below producers, consumers and their retries. */
export function wrapBroker(observe: Observer, topicPrefix: string): void {
  const { prototype } = createRequire(__filename)('kafkajs/src/broker') as { prototype: BrokerPrototype };
  const { produce, offsetCommit } = prototype;
  const short = (topic: string): string => topic.slice(topic.startsWith(topicPrefix) ? topicPrefix.length : 0);
  prototype.produce = function wrapped(this: BrokerPrototype, request) {
    return observed(producedNames(request, short), observe, () => produce.call(this, request));
  };
  prototype.offsetCommit = function wrapped(this: BrokerPrototype, request) {
    const names = request.topics.map(({ topic }) => `offset-commit ${short(topic)}`);
    return observed(names, observe, () => offsetCommit.call(this, request));
  };
}

/** One name for each topic and kind of message, so that what is produced together is named as if alone. */
function producedNames({ topicData }: ProduceRequest, short: (topic: string) => string): string[] {
  const names = new Set<string>();
  for (const { topic, partitions } of topicData) {
    for (const { headers } of partitions.flatMap(({ messages }) => messages)) {
      const type = String(headers?.['ce_type'] ?? 'a record');
      names.add(`produce ${short(topic)} ${type.replace(/^vn\.lienthong\./, '')}`);
    }
  }
  return [...names];
}
