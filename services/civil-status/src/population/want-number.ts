import { Injectable } from '@nestjs/common';
import type { BirthDeclaration } from '@lienthong/contracts';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook } from '@lienthong/service-host';
import { CivilStatusConfig } from '../civil-status.config';
import { NumberAllocationEntity } from './number-allocation.entity';

/** Timers of the allocation of numbers. */
export const NUMBER_TIMER = 'number';

interface Wish {
  readonly dossierCode: string;
  readonly office: string;
  readonly childKey: string;
  readonly birth: BirthDeclaration;
}

/** Wants a personal number for a child; it is asked for in the background as soon as this is committed. */
@Injectable()
export class WantNumber {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly config: CivilStatusConfig,
    private readonly clock: Clock,
  ) {}

  async want({ dossierCode, office, childKey, birth: { child, mother } }: Wish): Promise<void> {
    if (await this.unitOfWork.find(NumberAllocationEntity, dossierCode)) return;
    const { name, sex, birthDate } = child;
    const motherNumber = mother?.personalIdentificationNumber;
    const province = this.config.personalNumberProvince;
    this.unitOfWork.save(NumberAllocationEntity, {
      dossierCode,
      person: { province, sex, birthDate },
      wanted: {
        dossierCode,
        office,
        childKey,
        name,
        sex,
        birthDate,
        ...(motherNumber !== undefined && { motherNumber }),
      },
      attempts: 0,
      unused: [],
      reported: [],
    });
    await this.timers.set(NUMBER_TIMER, dossierCode, this.clock.now());
  }
}
