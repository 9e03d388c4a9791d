import { createRequire } from 'node:module';
import { observed, type Observer } from './observer';

interface ProducedPartition {
  readonly messages: readonly { readonly headers?: Readonly<Record<string, string | Buffer>> }[];
}

interface ProduceRequest {
  readonly topicData: readonly { readonly topic: string; readonly partitions: readonly ProducedPartition[] }[];
}

interface CommitRequest {
  readonly topics: readonly { readonly topic: string }[];
}

type Send<R> = (this: BrokerPrototype, request: R) => Promise<unknown>;

interface BrokerPrototype {
  produce: Send<ProduceRequest>;
  offsetCommit: Send<CommitRequest>;
}

/** Wraps the two requests by which this process changes the broker: below producers, consumers and their retries. */
export function wrapBroker(observe: Observer, topicPrefix: string): void {
  const { prototype } = createRequire(__filename)('kafkajs/src/broker') as { prototype: BrokerPrototype };
  const short = (topic: string): string => topic.slice(topic.startsWith(topicPrefix) ? topicPrefix.length : 0);
  const wrap = <R>(request: 'produce' | 'offsetCommit', namesOf: (one: R) => string[]): void => {
    const original = prototype[request] as Send<R>;
    (prototype as Record<typeof request, Send<R>>)[request] = function wrapped(this: BrokerPrototype, one) {
      return observed(namesOf(one), observe, () => original.call(this, one));
    };
  };
  wrap<ProduceRequest>('produce', (one) => producedNames(one, short));
  wrap<CommitRequest>('offsetCommit', ({ topics }) => topics.map(({ topic }) => `offset-commit ${short(topic)}`));
}

/** One name for each topic and kind of message, so that what is produced together is named as if alone. */
function producedNames({ topicData }: ProduceRequest, short: (topic: string) => string): string[] {
  const names = new Set<string>();
  for (const { topic, partitions } of topicData) {
    for (const { headers } of partitions.flatMap(({ messages }) => messages)) {
      const type = (headers?.['ce_type'] ?? 'a record').toString();
      names.add(`produce ${short(topic)} ${type.replace(/^vn\.lienthong\./, '')}`);
    }
  }
  return [...names];
}
