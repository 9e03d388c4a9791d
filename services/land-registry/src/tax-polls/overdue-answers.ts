import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { BackgroundParts, TimedWork, TimerBook, timerKey } from '@lienthong/service-host';
import { PinoLogger } from 'nestjs-pino';
import { LandRegistryConfig } from '../land-registry.config';
import { TAX_POLL_TIMER } from './ask-tax-state';

const AT_ONCE = 50;
const OVERDUE = `
  select dossier_code as code from land_dossier
   where answer_due_at <= $1
     and not exists (select 1 from timer where key = $2 || dossier_code and due_at is not null)
   order by answer_due_at, dossier_code limit $3 for update skip locked`;

/** Looks for tax offices that have not answered in time: nothing tells that a message is missing. Each one is asked from then on. */
@Injectable()
export class OverdueAnswers implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly clock: Clock,
    private readonly parts: BackgroundParts,
    private readonly config: LandRegistryConfig,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(OverdueAnswers.name);
  }

  onModuleInit(): void {
    const onFailure = (error: unknown): void =>
      this.logger.warn({ err: error }, 'overdue answers are looked for again');
    const everyMs = this.config.overdueAnswersEveryMs;
    const work = async (): Promise<{ readonly againInMs?: number }> =>
      (await this.look()) < AT_ONCE ? {} : { againInMs: 0 };
    this.parts.add(new TimedWork({ name: 'overdue-answers', everyMs, onFailure, work }));
  }

  /** Returns how many were found. */
  look(): Promise<number> {
    return this.unitOfWork.perform(async () => {
      const now = this.clock.now();
      const found = await this.unitOfWork.query<{ code: string }>(OVERDUE, [
        now,
        timerKey(TAX_POLL_TIMER, ''),
        AT_ONCE,
      ]);
      for (const { code } of found) await this.timers.set(TAX_POLL_TIMER, code, now);
      return found.length;
    });
  }
}
