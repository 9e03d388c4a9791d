declare module 'kafkajs-snappy' {
  const codec: () => unknown;
  export = codec;
}
declare module 'lz4js' {
  export function compress(buffer: Uint8Array): Uint8Array;
  export function decompress(buffer: Uint8Array): Uint8Array;
}
declare module 'kafkajs/src/network/requestQueue' {
  class RequestQueue {
    throttledUntil: number;
    pending: unknown[];
    throttleCheckTimeoutId: NodeJS.Timeout | null;
    scheduleCheckPendingRequests: (this: RequestQueue) => void;
  }
  export = RequestQueue;
}
declare module 'kafkajs/src/network/connection' {
  class Connection {
    send: (this: Connection, request: unknown) => Promise<unknown>;
  }
  export = Connection;
}
declare module 'kafkajs/src/protocol/recordBatch/record/v0' {
  export interface KafkaRecord {
    readonly offsetDelta?: number;
    readonly timestampDelta?: number;
    readonly key?: string | Buffer | null;
    readonly value: string | Buffer | null;
    readonly headers?: Readonly<Record<string, string | Buffer | (string | Buffer)[] | null | undefined>>;
  }
  /** What kafkajs's own encoder gives and its batch reads. */
  export interface EncodedRecord {
    readonly buf: Buffer;
    readonly buffer: Buffer;
    readonly offset: number;
    size(): number;
  }
  export type RecordEncoder = (record: KafkaRecord) => EncodedRecord;
  const encode: RecordEncoder;
  export default encode;
}
declare module 'kafkajs/src/producer/partitioners/default/murmur2' {
  const murmur2: (key: string | Buffer) => number;
  export = murmur2;
}
