/** Told of what messaging does, where it happens. The host makes metrics of it; the default tells nobody. */
export interface MessagingObserver {
  /** A gathered batch is about to be processed; `records` counts what Kafka gave, protocol messages too. */
  batch(records: number): void;
  /** A handler ended, also when nobody waited for it any more. */
  handler(run: { readonly type: string; readonly seconds: number; readonly failed: boolean }): void;
}

/** Observes nothing. */
export const unobserved: MessagingObserver = { batch: () => undefined, handler: () => undefined };
