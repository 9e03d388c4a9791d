import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BackgroundParts, TimedWork } from '@lienthong/service-host';
import { PinoLogger } from 'nestjs-pino';
import { ProvinceAnswers } from './deregistrations/province-answers';
import { ResidenceConfig } from './residence.config';

/** Answers of other provinces; they are asked for only while some are open. */
@Injectable()
export class ResidenceTimers implements OnModuleInit {
  private readonly provinces: TimedWork;

  constructor(
    private readonly parts: BackgroundParts,
    private readonly config: ResidenceConfig,
    private readonly answers: ProvinceAnswers,
    logger: PinoLogger,
  ) {
    logger.setContext(ResidenceTimers.name);
    const onFailure = (error: unknown): void => logger.warn({ err: error }, 'timed work failed; it is tried again');
    const { supplementSweepMs: everyMs } = config;
    this.provinces = new TimedWork({ name: 'province-answers', everyMs, onFailure, work: () => this.collect() });
  }

  onModuleInit(): void {
    this.parts.add(this.provinces);
  }

  /** Something may have been forwarded. */
  askSoon(): void {
    this.provinces.wakeIn(this.config.nationalAskAgainMs);
  }

  private async collect(): Promise<{ readonly againInMs?: number }> {
    const waiting = await this.answers.collect();
    return waiting > 0 ? { againInMs: this.config.nationalAskAgainMs } : {};
  }
}
