import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BackgroundParts, TimedWork } from '@lienthong/service-host';
import { PinoLogger } from 'nestjs-pino';
import { SupplementDeadlines } from './cards/supplement-deadlines';
import { HealthInsuranceConfig } from './health-insurance.config';

/** What time brings: limits of supplements that pass. */
@Injectable()
export class HealthInsuranceTimers implements OnModuleInit {
  private readonly supplements: TimedWork;

  constructor(
    private readonly parts: BackgroundParts,
    private readonly deadlines: SupplementDeadlines,
    { supplementSweepMs: everyMs }: HealthInsuranceConfig,
    logger: PinoLogger,
  ) {
    logger.setContext(HealthInsuranceTimers.name);
    const onFailure = (error: unknown): void => logger.warn({ err: error }, 'timed work failed; it is tried again');
    this.supplements = new TimedWork({ name: 'supplement-deadlines', everyMs, onFailure, work: () => this.enforce() });
  }

  onModuleInit(): void {
    this.parts.add(this.supplements);
  }

  private async enforce(): Promise<{ readonly againInMs?: number }> {
    await this.deadlines.enforce();
    return {};
  }
}
