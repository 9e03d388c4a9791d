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
