import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '@lienthong/persistence';

/** What a probe found; `waitingFor` says what is missing and how it would come. */
export interface ProbeResult {
  readonly ready: boolean;
  readonly waitingFor?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Something that works in the background once HTTP listens: a consumer, a relay, a sequencer. */
export interface BackgroundPart {
  readonly name: string;
  /** Starts when the database stands; a failure is tried again with back-off. */
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): ProbeResult | Promise<ProbeResult>;
}

/** A database or broker that hangs must not make the question hang. */
const ANSWER_WITHIN_MS = 2_500;

/** Parts of this service in the order in which they start; they stop in the opposite order. Services may `add` their own. */
@Injectable()
export class BackgroundParts {
  private readonly parts: BackgroundPart[] = [];
  private readonly questions = new Map<string, () => ProbeResult | Promise<ProbeResult>>();

  constructor(private readonly database: Database) {}

  add(part: BackgroundPart): void {
    this.parts.push(part);
  }

  /** A further probe of a part that has more than one thing to tell. */
  addProbe(name: string, health: () => ProbeResult | Promise<ProbeResult>): void {
    this.questions.set(name, health);
  }

  inStartOrder(): readonly BackgroundPart[] {
    return this.parts;
  }

  inStopOrder(): readonly BackgroundPart[] {
    return [...this.parts].reverse();
  }

  /** Probes of readiness: the database first, then every part. */
  async probes(): Promise<Readonly<Record<string, ProbeResult>>> {
    const asked = [
      ['database', () => this.databaseProbe()] as const,
      ...this.parts.map((part) => [part.name, () => part.health()] as const),
      ...this.questions,
    ];
    const results: Record<string, ProbeResult> = {};
    const answers = await Promise.all(asked.map(([name, ask]) => answered(name, ask)));
    for (const [i, [name]] of asked.entries()) results[name] = answers[i] as ProbeResult;
    return results;
  }

  private async databaseProbe(): Promise<ProbeResult> {
    if (!this.database.isConnected) {
      return { ready: false, waitingFor: 'PostgreSQL at DATABASE_URL; connecting is tried again until it answers' };
    }
    return this.database.ping().then(
      () => ({ ready: true }),
      () => ({ ready: false, waitingFor: 'PostgreSQL at DATABASE_URL; it was there and does not answer now' }),
    );
  }
}

async function answered(name: string, ask: () => ProbeResult | Promise<ProbeResult>): Promise<ProbeResult> {
  const late = { ready: false, waitingFor: `${name}: no answer within ${ANSWER_WITHIN_MS} ms` };
  const timer = new AbortController();
  try {
    return await Promise.race([ask(), delay(ANSWER_WITHIN_MS, late, { signal: timer.signal })]);
  } catch (error) {
    return { ready: false, waitingFor: `${name}: ${String((error as Error).message)}` };
  } finally {
    timer.abort();
  }
}
