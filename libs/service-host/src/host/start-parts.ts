import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '@lienthong/persistence';
import type { PinoLogger } from 'nestjs-pino';
import type { BackgroundPart, BackgroundParts } from '../health/background-parts';

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

/** Connects the database and starts the parts, each tried again until it stands or the service stops. */
export class PartsStarter {
  private stopping = false;
  private readonly started: BackgroundPart[] = [];

  constructor(
    private readonly database: Database,
    private readonly parts: BackgroundParts,
    private readonly logger: PinoLogger,
  ) {}

  async start(): Promise<void> {
    await this.database.connect((error) => this.logger.warn({ err: error }, 'waiting for the database'));
    for (const part of this.parts.inStartOrder()) await this.startOne(part);
    if (!this.stopping) this.logger.info({ parts: this.started.map((part) => part.name) }, 'all parts started');
  }

  /** Stops in the opposite order what was started; a part that fails to stop does not keep the others. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const part of this.parts.inStopOrder()) {
      await part
        .stop()
        .catch((error: unknown) => this.logger.error({ err: error, part: part.name }, 'part did not stop'));
    }
  }

  private async startOne(part: BackgroundPart): Promise<void> {
    for (let waitMs = FIRST_RETRY_MS; !this.stopping; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
      try {
        await part.start();
        this.started.push(part);
        return;
      } catch (error) {
        this.logger.warn({ err: error, part: part.name, waitMs }, 'part could not start yet');
        await delay(waitMs);
      }
    }
  }
}
