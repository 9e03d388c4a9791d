import { WebhookFailure } from './webhook-failure';

export interface StatusAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
}

const TOO_MANY = 429;
const UNAVAILABLE = 503;
/** Refusals that say nothing of the message: the server waited in vain, or has too much. */
const OF_THE_WEBHOOK: readonly number[] = [408, TOO_MANY];
const SECONDS = /^\d{1,9}$/;

/**
 * What an answer other than 2xx means; `now` in ms. A redirect is a fault of the webhook, which nothing follows; of a 5xx a gateway
 * may be the author, which says nothing of what stands behind it.
 */
export function failureOf({ status, headers }: StatusAnswer, now: number): WebhookFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  const maybeTaken = status >= 500;
  const isRefusal = status >= 400 && !maybeTaken && !OF_THE_WEBHOOK.includes(status);
  const asks = status === TOO_MANY || status === UNAVAILABLE;
  const retryAfterMs = asks ? retryAfterOf(headers['retry-after'], now) : undefined;
  return new WebhookFailure(`HTTP ${status}`, {
    ...{ maybeTaken, blame: isRefusal ? 'message' : 'webhook' },
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** RFC 9110 §10.2.3: seconds, or a date. What is neither, or over, asks for nothing. */
function retryAfterOf(text: unknown, now: number): number | undefined {
  if (typeof text !== 'string') return undefined;
  const ms = SECONDS.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return ms > 0 ? ms : undefined;
}
