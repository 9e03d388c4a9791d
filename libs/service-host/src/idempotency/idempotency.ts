import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalBytes } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { type Transaction, UnitOfWork } from '@lienthong/persistence';
import type { Request, Response } from 'express';
import { httpErrors } from '../http/http.errors';
import { accessErrors } from '../security/access.errors';
import { actorOf } from '../security/actor';
import { IdempotencyKey } from './idempotency-key.entity';

const VISIBLE_ASCII = /^[\x21-\x7e]{8,100}$/;
/** Requests with one key queue here before they lock anything else; the primary key guards the rest. */
const QUEUE = 'select pg_advisory_xact_lock(hashtextextended(k, 0)) from unnest($1::text[]) k';

/** A request that is answered once, by its key. */
export interface Creation {
  /** `<member>|<actor>|<method> <route>|<key>` */
  readonly key: string;
  /** Whose request it is: creations of one office lock the same counters. */
  readonly office: string;
  readonly requestHash: string;
  readonly response: Response;
  readonly work: () => Promise<unknown>;
}

/** Gives the first answer again when a creating request is repeated. Runs inside the unit of work of the use case. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Runs the work once per key and records its answer with what it wrote. @throws http.IDEMPOTENCY_KEY_REUSED */
  async once(creation: Creation): Promise<unknown> {
    const { key } = creation;
    // in one go: the second looks when the lock is had
    const [, known] = await Promise.all([
      this.unitOfWork.query(QUEUE, [[key]]),
      this.unitOfWork.find(IdempotencyKey, key),
    ]);
    return this.answer(creation, known);
  }

  /** Queues for the keys of several requests and looks them up, for `heldOnce` in scopes of this transaction. */
  async hold(transaction: Transaction, keys: readonly string[]): Promise<void> {
    const sorted = [...new Set(keys)].sort();
    await Promise.all([transaction.client.query(QUEUE, [sorted]), transaction.load(IdempotencyKey, sorted)]);
  }

  /** Like `once`, for a request whose key is held. @throws http.IDEMPOTENCY_KEY_REUSED */
  async heldOnce(creation: Creation): Promise<unknown> {
    return this.answer(creation, await this.unitOfWork.find(IdempotencyKey, creation.key));
  }

  private async answer(creation: Creation, known: IdempotencyKey | undefined): Promise<unknown> {
    const { key, requestHash, response, work } = creation;
    if (known) return replay(known, requestHash, response);
    const answer = await work();
    this.unitOfWork.save(IdempotencyKey, {
      key,
      requestHash,
      status: response.statusCode,
      responseBody: JSON.stringify(answer ?? null),
      createdAt: this.clock.now(),
    });
    return answer;
  }
}

/** Reads key and content of a request. @throws http.IDEMPOTENCY_KEY_MISSING, http.IDEMPOTENCY_KEY_INVALID */
export function creationOf(request: Request, response: Response, work: () => Promise<unknown>): Creation {
  return { key: rowKey(request), office: actorOf(request)?.office ?? '', requestHash: hashOf(request), response, work };
}

function requireIdempotencyKey(request: Request): string {
  const key = request.get('idempotency-key');
  if (!key) throw httpErrors.IDEMPOTENCY_KEY_MISSING();
  if (!VISIBLE_ASCII.test(key)) throw httpErrors.IDEMPOTENCY_KEY_INVALID();
  return key;
}

function rowKey(request: Request): string {
  const actor = actorOf(request);
  if (!actor) throw accessErrors.TOKEN_MISSING();
  const route = (request.route as { path?: string } | undefined)?.path ?? request.path;
  return `${actor.member}|${actor.id}|${request.method} ${route}|${requireIdempotencyKey(request)}`;
}

function hashOf(request: Request): string {
  const body: unknown = request.body ?? null;
  return createHash('sha256')
    .update(`${request.method} ${request.originalUrl}\n`)
    .update(canonicalBytes(body))
    .digest('base64url');
}

function replay(known: IdempotencyKey, requestHash: string, response: Response): unknown {
  if (known.requestHash !== requestHash) throw httpErrors.IDEMPOTENCY_KEY_REUSED();
  response.status(known.status).setHeader('idempotency-replayed', 'true');
  return JSON.parse(known.responseBody) as unknown;
}
