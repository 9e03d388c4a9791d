/** A recorded message before its stream has given it a number. */
export interface PreparedMessage {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly dataschema: string;
  readonly senderOffice: string;
  /** Sorted `<member>/<office>`, comma-joined. */
  readonly recipients: string;
  readonly causationId?: string;
  readonly contentHash: string;
  readonly salt: string;
  readonly payload: Buffer;
  readonly traceparent?: string;
}

/** A row of the outbox: a message with its place. */
export interface OutboxRow extends PreparedMessage {
  readonly ord: string;
  readonly shard: number;
  readonly epoch: number;
  readonly seq: number;
}
