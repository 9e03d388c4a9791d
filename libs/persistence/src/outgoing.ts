import type { PoolClient } from 'pg';

/** One office of one member agency. */
export interface Recipient {
  readonly member: string;
  readonly office: string;
}

export interface SendOptions {
  /** Office of this member that speaks. */
  readonly fromOffice: string;
  readonly to: readonly Recipient[];
  /** Id of the message that brought the work; in a handler the message being handled. */
  readonly causationId?: string;
  /** W3C trace context of the work that sends. */
  readonly traceparent?: string;
}

/** Messages recorded by one transaction; written after the state, handed over after the commit. */
export interface OutgoingBatch {
  write(client: PoolClient): Promise<void>;
  committed(): void;
}

/** The port through which a unit of work sends; `libs/messaging` implements it with the outbox. */
export abstract class Outgoing {
  /** Checks the message and makes the record; throws `input` faults at once, in the handler. */
  abstract prepare(messageClass: new () => object, body: object, options: SendOptions): { readonly id: string };
  abstract batch(records: readonly { readonly id: string }[]): OutgoingBatch;
}
