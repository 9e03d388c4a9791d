/** Whom a failure speaks against: the webhook as a whole, the one message it refused, or neither. */
export type Blame = 'webhook' | 'message' | 'neither';

interface Facts {
  /** It may have the message all the same. */
  readonly maybeTaken: boolean;
  readonly blame: Blame;
  /** How long it asks to be left alone. */
  readonly retryAfterMs?: number;
}

/** A webhook could not be asked, did not answer, or did not take what it was posted. */
export class WebhookFailure extends Error {
  readonly maybeTaken: boolean;
  readonly blame: Blame;
  readonly retryAfterMs?: number;

  constructor(
    readonly reason: string,
    { maybeTaken, blame, retryAfterMs }: Facts,
  ) {
    super(reason);
    this.maybeTaken = maybeTaken;
    this.blame = blame;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}
