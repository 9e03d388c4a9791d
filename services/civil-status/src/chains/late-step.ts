import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook, TimerWorker, type Woken } from '@lienthong/service-host';
import { ChainRun } from './chain-run';
import { CivilChainEntity } from './civil-chain.entity';
import { STEP_TIMER, stepOf } from './step-timers';
import { dueTimes } from './step-timers.rules';

/**
 * The time of a step has passed: the silent agency is escalated once. Papers that were not brought end no branch here: the
 * agency that wanted them refuses in writing, and the registrar only asks where that refusal stays.
 */
@Injectable()
export class LateStep implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.when(STEP_TIMER, (woken) => this.unitOfWork.perform(() => this.wake(woken)));
  }

  async wake({ subject }: Woken): Promise<void> {
    const { dossierCode, step } = stepOf(subject);
    const chain = await this.unitOfWork.get(CivilChainEntity, dossierCode);
    const at = this.clock.now();
    const due = dueTimes(chain).get(step);
    if (due && due > at) return this.timers.set(STEP_TIMER, subject, due);
    await this.timers.clear(STEP_TIMER, subject);
    if (!due) return;
    const act = { at, by: 'clock' };
    if (chain.instance.steps[step]?.state === 'paused') await this.run.remind(chain, step, act);
    else await this.run.take(chain, { kind: 'late', step, at }, act);
  }
}
