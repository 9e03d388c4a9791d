import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { type NationalStateCode, parentState, versionOf } from '@lienthong/procedures';
import { DeskTasks, TimerBook, TimerWorker } from '@lienthong/service-host';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import type { CivilChain } from '../chains/civil-chain.state';
import { civilErrors } from '../civil-status.errors';
import { FieldExchange } from './field-exchange';
import { FIELD_TIMER } from './field.gateway';

/** Tells the interlinked software where a dossier stands: again until it has answered, and an officer sees what it refuses. */
@Injectable()
export class TellField implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly tasks: DeskTasks,
    private readonly exchange: FieldExchange,
  ) {}

  onModuleInit(): void {
    this.worker.when(FIELD_TIMER, ({ subject }) => this.wake(subject));
  }

  async wake(dossierCode: string): Promise<void> {
    const chain = await this.unitOfWork.perform(() => this.unitOfWork.read(CivilChainEntity, dossierCode));
    if (!chain) return;
    const { office } = chain;
    const told = stateOf(chain);
    const verdict = await this.exchange.tell(dossierCode, told);
    // Its lease runs out, and it is told again.
    if (verdict === 'retry') throw civilErrors.INTERLINKED_SOFTWARE_AWAY({ dossierCode });
    await this.unitOfWork.perform(async () => {
      const now = await this.unitOfWork.get(CivilChainEntity, dossierCode);
      // A change meanwhile has set the timer anew: then it is told as well.
      if (stateOf(now) === told) await this.timers.clear(FIELD_TIMER, dossierCode);
      if (verdict === 'success') return;
      this.tasks.open({
        kind: 'officer-task',
        office,
        dossierCode,
        text: 'Phần mềm liên thông không nhận trạng thái.',
      });
    });
  }
}

function stateOf({ instance }: CivilChain): NationalStateCode {
  return parentState(versionOf(instance), instance);
}
