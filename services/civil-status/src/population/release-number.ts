import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook } from '@lienthong/service-host';
import { NumberAllocationEntity } from './number-allocation.entity';
import { NUMBER_TIMER } from './want-number';

/** A dossier that ends without an act gives its number back: it is reported as not in use. */
@Injectable()
export class ReleaseNumber {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly clock: Clock,
  ) {}

  async release(dossierCode: string): Promise<void> {
    const allocation = await this.unitOfWork.find(NumberAllocationEntity, dossierCode);
    if (!allocation) return;
    const { number, ...rest } = allocation;
    const unused = number === undefined ? rest.unused : [...rest.unused, number];
    this.unitOfWork.save(NumberAllocationEntity, { ...rest, unused, refusedFor: rest.refusedFor ?? dossierCode });
    await this.timers.set(NUMBER_TIMER, dossierCode, this.clock.now());
  }
}
