import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Injectable } from '@nestjs/common';
import { IntegrationBusConfig } from '../integration-bus.config';
import { NameResolver, type ResolvedAddress } from './name-resolver';
import { networksBy } from './networks';
import { WebhookFailure } from './webhook-failure';

/** What a webhook said. */
export interface WebhookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const MOST_ANSWER_BYTES = 384 * 1_024;

/**
 * Posts to addresses that members chose, in public by https. Only where the network rules allow it: the name is resolved once, every address it
 * has is judged, and the connection goes to the one that was judged. Redirects are answers like others; nothing follows them.
 */
@Injectable()
export class WebhookClient {
  private readonly networkOf: ReturnType<typeof networksBy>;

  constructor(
    private readonly config: IntegrationBusConfig,
    private readonly names: NameResolver,
  ) {
    this.networkOf = networksBy(config.webhookNetworks);
  }

  /** @throws WebhookFailure */
  async post({ url, headers, body }: WebhookRequest): Promise<WebhookAnswer> {
    const target = new URL(url);
    const timeout = AbortSignal.timeout(this.config.webhookTimeoutMs);
    const pinned = await this.resolve(target, timeout);
    return new Promise((resolve, reject) => {
      let isSent = false;
      const fail = (reason: string): void =>
        reject(new WebhookFailure(reason, { maybeTaken: isSent, blame: 'webhook' }));
      const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(target, {
        method: 'POST',
        headers: { ...headers, 'content-length': body.length, 'user-agent': 'lienthong-integration-bus' },
        agent: false,
        lookup: (_name, { all }, done) =>
          all
            ? done(null, [pinned])
            : (done as (e: null, a: string, f: number) => void)(null, pinned.address, pinned.family),
        signal: timeout,
      });
      const ready = target.protocol === 'https:' ? 'secureConnect' : 'connect';
      request.once('socket', (socket) => socket.once(ready, () => (isSent = true)));
      request.once(
        'response',
        (response) => void read(response, request).then(resolve, (error: unknown) => fail(codeOf(error))),
      );
      request.once('error', (error) => fail(timeout.aborted ? 'timed out' : codeOf(error)));
      request.end(body);
    });
  }

  private async resolve(target: URL, timeout: AbortSignal): Promise<ResolvedAddress> {
    const name = target.hostname.replace(/^\[|\]$/g, '');
    const expired = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(notAsked('timed out')), { once: true });
    });
    const found = await Promise.race([this.names.resolve(name), expired]).catch((error: unknown) => {
      throw error instanceof WebhookFailure ? error : notAsked(codeOf(error));
    });
    const [first] = found;
    const networks = new Set(found.map(({ address }) => this.networkOf(address)));
    if (!first || networks.has(undefined)) throw notAsked('its address is not a public one');
    if (target.protocol !== 'https:' && networks.has('public')) throw notAsked('it is not reached by https');
    return first;
  }
}

function notAsked(reason: string): WebhookFailure {
  return new WebhookFailure(reason, { maybeTaken: false, blame: 'webhook' });
}

async function read(response: IncomingMessage, request: ClientRequest): Promise<WebhookAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_ANSWER_BYTES) throw new Error('its answer is too large');
      chunks.push(chunk);
    }
  } catch (error) {
    request.destroy();
    throw error;
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

function codeOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  return typeof code === 'string' ? code : (message ?? String(error));
}
