import { Injectable } from '@nestjs/common';
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

/** Parts of this service in the order in which they start; they stop in the opposite order. Services may `add` their own. */
@Injectable()
export class BackgroundParts {
  private readonly parts: BackgroundPart[] = [];

  constructor(private readonly database: Database) {}

  add(part: BackgroundPart): void {
    this.parts.push(part);
  }

  inStartOrder(): readonly BackgroundPart[] {
    return this.parts;
  }

  inStopOrder(): readonly BackgroundPart[] {
    return [...this.parts].reverse();
  }

  /** Probes of readiness: the database first, then every part. */
  async probes(): Promise<Readonly<Record<string, ProbeResult>>> {
    const results: Record<string, ProbeResult> = { database: await this.databaseProbe() };
    for (const part of this.parts) {
      results[part.name] = await Promise.resolve(part.health()).catch((error: unknown) => ({
        ready: false,
        waitingFor: `${part.name}: ${String((error as Error).message)}`,
      }));
    }
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
