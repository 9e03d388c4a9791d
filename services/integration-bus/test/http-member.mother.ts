import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AcknowledgedMessage, BookPageV1, PrivateKeyJwk, Signer } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import type { WireRecord } from '@lienthong/messaging';
import { homeFiles } from '@lienthong/service-host';
import { CloudEvent, HTTP } from 'cloudevents';
import type { SpecBus } from './bus.mother';
import type { NoticeWish, SpecMember } from './member.mother';

export interface TokenClaims {
  readonly issuer?: string;
  readonly subject?: string;
  readonly audience?: string;
  readonly lifeSeconds?: number;
  readonly kid?: string;
  readonly alg?: string;
  readonly key?: PrivateKeyJwk;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A structured event as a puller reads it. */
export interface PulledEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly partitionkey: string;
  readonly logid: string;
  readonly deliverysequence?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface PulledLease {
  readonly leaseId: string;
  readonly until: string;
  readonly messages: readonly PulledEvent[];
}

/** A member without Kafka: it signs as all do, and talks to the bus by HTTP with a token of its own. */
export class HttpMember {
  private readonly signed: SpecMember;

  constructor(
    private readonly bus: SpecBus,
    readonly code: string,
    private readonly url = (): string => `http://127.0.0.1:${bus.running.port}`,
  ) {
    this.signed = bus.member(code);
  }

  async token(claims: TokenClaims = {}): Promise<string> {
    const { SignJWT, importJWK } = await import('jose');
    const jwk = claims.key ?? this.privateKey();
    const alg = claims.alg ?? 'EdDSA';
    const now = this.bus.running.app.get(Clock).now();
    return new SignJWT({})
      .setProtectedHeader({ alg, kid: claims.kid ?? jwk.kid })
      .setIssuer(claims.issuer ?? this.code)
      .setSubject(claims.subject ?? this.code)
      .setAudience(claims.audience ?? 'integration-bus')
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + (claims.lifeSeconds ?? 60) * 1_000))
      .sign(await importJWK({ ...jwk }, alg));
  }

  privateKey(): PrivateKeyJwk {
    const path = join(this.bus.home.folder, homeFiles.memberKey(this.code));
    return JSON.parse(readFileSync(path, 'utf8')) as PrivateKeyJwk;
  }

  /** A signed notice as the CloudEvents SDK knows it. Its times are those that the SDK writes. */
  event(wish: NoticeWish, signer?: Signer): CloudEvent<unknown> {
    const attributes = { time: this.sdkTime(), ...wish.attributes };
    const [record] = this.signed.notices([{ ...wish, attributes }], signer);
    return eventOf(record as WireRecord);
  }

  acknowledgement(items: readonly AcknowledgedMessage[]): CloudEvent<unknown> {
    return eventOf(this.signed.acknowledgement(items, { time: this.sdkTime() })[0] as WireRecord);
  }

  restored(backTo: Date): CloudEvent<unknown> {
    return eventOf(this.signed.restored(backTo, { time: this.sdkTime() })[0] as WireRecord);
  }

  bookPage(page: BookPageV1): CloudEvent<unknown> {
    return eventOf(this.signed.bookPage(page, { time: this.sdkTime() })[0] as WireRecord);
  }

  async submit(event: CloudEvent<unknown>, mode: 'binary' | 'structured' = 'binary'): Promise<HttpAnswer> {
    const { headers, body } = HTTP[mode](event);
    return this.post('/messages', String(body), headers as Record<string, string>);
  }

  async notice(wish: NoticeWish): Promise<HttpAnswer> {
    return this.submit(this.event(wish));
  }

  async lease(wish: object = {}, signal?: AbortSignal): Promise<PulledLease> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.post('/messages/leases', JSON.stringify(wish), headers, signal);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as unknown as PulledLease;
  }

  /** Acknowledges these messages as handled. */
  async acknowledge(messages: readonly PulledEvent[]): Promise<HttpAnswer> {
    const answer = await this.submit(this.acknowledgement(messages.map((message) => this.handled(message))));
    if (answer.status !== 202) throw new Error(answer.text);
    return answer;
  }

  handled({ logid: logId, source, id, partitionkey: stream, deliverysequence }: PulledEvent): AcknowledgedMessage {
    return {
      ...{ logId, sender: source.replace('/members/', ''), id, stream, deliverySequence: Number(deliverysequence) },
      ...{ outcome: 'handled', at: instantText(this.bus.running.app.get(Clock).now()) },
    };
  }

  async get(path: string): Promise<HttpAnswer> {
    return this.call(path, { headers: { authorization: `Bearer ${await this.token()}` } });
  }

  async post(
    path: string,
    body: string | Buffer,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<HttpAnswer> {
    const authorization = headers.authorization ?? `Bearer ${await this.token()}`;
    return this.call(path, {
      method: 'POST',
      body: body as BodyInit,
      headers: { ...headers, authorization },
      ...(signal ? { signal } : {}),
    });
  }

  async delete(path: string): Promise<HttpAnswer> {
    return this.call(path, { method: 'DELETE', headers: { authorization: `Bearer ${await this.token()}` } });
  }

  /** The SDK writes every time in this form, and what is signed must be what is sent. */
  private sdkTime(): string {
    return this.bus.running.app.get(Clock).now().toISOString();
  }

  private async call(path: string, request: RequestInit): Promise<HttpAnswer> {
    const answer = await fetch(`${this.url()}${path}`, request);
    const text = await answer.text();
    const body = text === '' ? {} : (JSON.parse(text) as HttpAnswer['body']);
    return { status: answer.status, headers: answer.headers, text, body };
  }
}

function eventOf({ headers, value }: WireRecord): CloudEvent<unknown> {
  const attributes = Object.entries(headers).flatMap(([name, text]): [string, string][] =>
    name.startsWith('ce_') ? [[name.slice(3), String(text)]] : [],
  );
  const data: unknown = JSON.parse(String(value));
  return new CloudEvent({ ...Object.fromEntries(attributes), datacontenttype: 'application/json', data });
}
