import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BackgroundParts, TimedWork } from '@lienthong/service-host';
import { PinoLogger } from 'nestjs-pino';
import { LandRegistryConfig } from '../land-registry.config';
import { OVERDUE_AT_ONCE, OverdueAnswers } from './overdue-answers';

/** Looks for overdue answers again and again. */
@Injectable()
export class OverdueAnswersJob implements OnModuleInit {
  constructor(
    private readonly overdue: OverdueAnswers,
    private readonly parts: BackgroundParts,
    private readonly config: LandRegistryConfig,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(OverdueAnswersJob.name);
  }

  onModuleInit(): void {
    const onFailure = (error: unknown): void =>
      this.logger.warn({ err: error }, 'overdue answers are looked for again');
    const { overdueAnswersEveryMs: everyMs } = this.config;
    this.parts.add(new TimedWork({ name: 'overdue-answers', everyMs, onFailure, work: () => this.turn() }));
  }

  private async turn(): Promise<{ readonly againInMs?: number }> {
    return (await this.overdue.look()) < OVERDUE_AT_ONCE ? {} : { againInMs: 0 };
  }
}
