import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalBytes } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { Request, Response } from 'express';
import { httpErrors } from '../http/http.errors';
import { accessErrors } from '../security/access.errors';
import { actorOf } from '../security/actor';
import { IdempotencyKey } from './idempotency-key.entity';

const VISIBLE_ASCII = /^[\x21-\x7e]{8,100}$/;

/** Gives the first answer again when a creating request is repeated. Runs inside the unit of work of the use case. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` once per (actor, route, key) and records its answer with what it wrote.
   * @throws http.IDEMPOTENCY_KEY_MISSING, http.IDEMPOTENCY_KEY_INVALID, http.IDEMPOTENCY_KEY_REUSED
   */
  async once(request: Request, response: Response, work: () => Promise<unknown>): Promise<unknown> {
    const key = rowKey(request);
    const requestHash = hashOf(request);
    // in one go: the second looks when the lock is had
    const [, known] = await Promise.all([this.serialise(key), this.unitOfWork.find(IdempotencyKey, key)]);
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

  /** Requests with one key queue here before they lock anything else; the primary key guards the rest. */
  private async serialise(key: string): Promise<void> {
    await this.unitOfWork.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }
}

/** Checks the header before a transaction is begun. */
export function requireIdempotencyKey(request: Request): string {
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
