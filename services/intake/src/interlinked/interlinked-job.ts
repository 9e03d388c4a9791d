import { Injectable, Logger } from '@nestjs/common';
import { BackgroundParts, TimedWork } from '@lienthong/service-host';
import { IntakeConfig } from '../intake.config';
import { FieldExchange } from './field-exchange';
import { TakeBirths } from './take-births';
import { TellStatuses } from './tell-statuses';

/** Every so often: takes what the national interlinked software has, and tells it where its dossiers stand (NĐ 63/2024). */
@Injectable()
export class InterlinkedJob {
  constructor(
    private readonly exchange: FieldExchange,
    private readonly births: TakeBirths,
    private readonly statuses: TellStatuses,
    parts: BackgroundParts,
    { birthsFrom, interlinkedEveryMs: everyMs }: IntakeConfig,
  ) {
    if (birthsFrom === 'desk') return;
    const logger = new Logger(InterlinkedJob.name);
    const onFailure = (error: unknown): void =>
      logger.warn({ error: String(error), msg: 'the interlinked software is asked again' });
    parts.add(new TimedWork({ name: 'interlinked-software', everyMs, onFailure, work: () => this.round() }));
  }

  /** What could not be taken keeps nobody from being told. */
  async round(): Promise<Record<string, never>> {
    try {
      await this.exchange.takeNew(this.births);
    } finally {
      await this.statuses.round();
    }
    return {};
  }
}
