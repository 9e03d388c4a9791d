import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { counterKey, dossierCode } from './dossier-code.rules';
import { DossierCounterEntity } from './dossier-counter.entity';

/**
 * Issues dossier codes, gap-free per unit and day. Two processes that draw the first number of a day at once collide on
 * the counter's key; the unit of work then tries the later one again.
 */
@Injectable()
export class DossierCodes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async next(unitCode: string, on: LocalDate): Promise<string> {
    const key = counterKey(unitCode, on);
    const last = ((await this.unitOfWork.find(DossierCounterEntity, key))?.last ?? 0) + 1;
    this.unitOfWork.save(DossierCounterEntity, { key, last });
    return dossierCode(unitCode, on, last);
  }
}
