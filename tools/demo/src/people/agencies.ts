import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { StackAccess } from '../stack-access';
import { People, type PersonRole } from './people';

/** A refused request: the agency's own code and text, and every wrong field. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    what: string,
  ) {
    super(`${what}: ${status} ${code}: ${detail}`);
  }
}

/** Nobody answered, again and again. */
export class NoAnswer extends Error {}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly title?: string;
  readonly faults?: readonly { readonly path: string; readonly message: string }[];
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly etag?: string | undefined;
}

const VERSION_MISSING = 428;
const VERSION_CHANGED = 412;
const answerTimeoutMs = 30_000;
const awayPollMs = 100;

/** The agencies' HTTP doors, entered as a person. */
export class Agencies {
  private readonly people: People;

  constructor(
    private readonly access: StackAccess,
    private readonly signal: AbortSignal,
    /** How long an agency may be away before a request is given up. */
    private readonly awayTimeoutMs = 30_000,
  ) {
    this.people = new People(access);
  }

  get<T>(person: PersonRole, path: string): Promise<T> {
    return this.ask<T>(person, { method: 'GET', path });
  }

  /**
   * The key makes a repetition harmless, so a request that got no answer is sent again. A decision names the version that
   * the person saw on the work list; who has looked at none decides about what stands when the agency asks for it.
   */
  post<T>(person: PersonRole, path: string, body: unknown = {}, etag?: string): Promise<T> {
    return this.ask<T>(person, { method: 'POST', path, body, key: randomUUID(), etag });
  }

  put<T>(person: PersonRole, path: string, body: unknown): Promise<T> {
    return this.ask<T>(person, { method: 'PUT', path, body });
  }

  /** Waits while the agency or its database is away; every other refusal is thrown. */
  private async ask<T>(person: PersonRole, { method, path, body, key, etag }: Asked): Promise<T> {
    let version = etag;
    const authorization = `Bearer ${await this.people.token(person)}`;
    const what = `${method} ${person.member}${path}`;
    const giveUpAt = performance.now() + this.awayTimeoutMs;
    for (;;) {
      this.signal.throwIfAborted();
      try {
        const answer = await fetch(`${this.access.urls[person.member]}${path}`, {
          method,
          signal: AbortSignal.any([this.signal, AbortSignal.timeout(answerTimeoutMs)]),
          headers: {
            authorization,
            'accept-language': 'en',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(key !== undefined && { 'idempotency-key': key }),
            ...(version !== undefined && { 'if-match': version }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        if (answer.ok) return (await bodyOf(answer)) as T;
        const current = answer.headers.get('etag');
        if (answer.status === VERSION_MISSING && version === undefined && current !== null) {
          version = current;
          continue;
        }
        // who looked at nothing decides about what stands now, also when that has changed since it was asked for
        if (answer.status === VERSION_CHANGED && etag === undefined && performance.now() < giveUpAt) {
          version = undefined;
          continue;
        }
        const refused = await refusalOf(answer, what);
        if (refused.status !== 503 || performance.now() > giveUpAt) throw refused;
      } catch (error) {
        if (error instanceof Refused || this.signal.aborted) throw error;
        if (performance.now() > giveUpAt)
          throw new NoAnswer(`${what}: no answer for ${this.awayTimeoutMs / 1000} s`, { cause: error });
      }
      await delay(awayPollMs);
    }
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  return text ? JSON.parse(text) : undefined;
}

async function refusalOf(answer: Response, what: string): Promise<Refused> {
  const text = await answer.text();
  let problem: Problem = {};
  try {
    problem = JSON.parse(text) as Problem;
  } catch {
    problem = { detail: text.slice(0, 300) };
  }
  const fields = (problem.faults ?? []).map(({ path, message }) => `${path} ${message}`);
  return new Refused(
    answer.status,
    problem.code ?? 'unknown',
    [problem.detail ?? problem.title ?? '', ...fields].join('; '),
    what,
  );
}
