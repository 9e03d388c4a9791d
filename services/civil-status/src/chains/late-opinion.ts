import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks, TimerBook, TimerWorker } from '@lienthong/service-host';
import { noted } from './chain.rules';
import { CivilChainEntity } from './civil-chain.entity';
import { isAwaited } from './opinion.rules';
import { nameOfOffice } from './receivers.rules';

/** Timers of opinions that were asked. */
export const OPINION_TIMER = 'opinion';

/** An opinion that is not there when it is needed is told once; the registrar decides without it. */
@Injectable()
export class LateOpinion implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.when(OPINION_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.wake(subject)));
  }

  async wake(dossierCode: string): Promise<void> {
    const chain = await this.unitOfWork.get(CivilChainEntity, dossierCode);
    await this.timers.clear(OPINION_TIMER, dossierCode);
    const at = this.clock.now();
    for (const [branch, file] of Object.entries(chain.branches).filter(([, each]) => isAwaited(each))) {
      const agency = nameOfOffice(file.member, file.opinion?.office ?? file.office, localDate(at));
      const text = `${agency} chưa trả lời ý kiến phối hợp đúng hạn.`;
      this.tasks.open({ kind: 'late', office: chain.office, dossierCode, branch, text });
      this.unitOfWork.save(CivilChainEntity, noted(chain, { at, by: 'clock' }, { what: 'opinion-late' }));
    }
  }
}
