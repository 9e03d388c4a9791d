import { Injectable } from '@nestjs/common';
import type { LandRequest } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { OBLIGATION } from '@lienthong/procedures';
import { PricePositionEntity } from '../prices/price-position.entity';
import { isMoneyDue, pricePlaces } from './purpose-change.rules';

/** Whether a request goes to the tax office: only a change of purpose may, and only when money is due. */
@Injectable()
export class RequestObligation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Branches of the procedure that the request does not need. */
  async leftOut(request: LandRequest, on: LocalDate): Promise<readonly string[]> {
    if (request.changeKind !== 'purpose-change') return [];
    const prices = new Map<string, PricePositionEntity>();
    for (const key of pricePlaces(request)) {
      const position = await this.unitOfWork.read(PricePositionEntity, key);
      if (position) prices.set(key, position);
    }
    return isMoneyDue(request, prices, on) ? [] : [OBLIGATION];
  }
}
