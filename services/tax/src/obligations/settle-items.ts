import { Clock, localDate } from '@lienthong/kernel';
import { ObligationFulfilledV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { Obligation } from './obligation.entity';
import { fulfilment, settle } from './obligation.rules';
import { PayableItem } from './payable-item.entity';
import { settledItem } from './payable-item.rules';

/** What follows when money was booked: what is settled counts, and the last item fulfils the obligation (M40). */
@Injectable()
export class SettleItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Saves the item, and all that follows from it. */
  async settle(item: PayableItem): Promise<void> {
    this.unitOfWork.save(PayableItem, item);
    const settled = settledItem(item);
    if (!settled) return;
    const before = await this.unitOfWork.get(Obligation, item.dossierCode);
    const after = settle(before, settled, localDate(this.clock.now()));
    if (after === before) return;
    this.unitOfWork.save(Obligation, after);
    const body = fulfilment(after);
    if (!body) return;
    const land = { member: 'land-registry', office: after.landOffice };
    const intake = { member: 'intake', office: after.intakeOffice };
    this.unitOfWork.send(ObligationFulfilledV1, body, { fromOffice: after.office, to: [land, intake] });
  }
}
