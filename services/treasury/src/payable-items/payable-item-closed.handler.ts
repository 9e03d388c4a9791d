import { PayableItemClosedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { Controller } from '@nestjs/common';
import { PayableItem } from './payable-item.entity';
import { PayableItemRepository } from './payable-item.repository';

/** An item that was amended or withdrawn (M22, M23); what was debited before is booked all the same (F7). */
@Controller()
export class PayableItemClosedHandler {
  constructor(private readonly items: PayableItemRepository) {}

  @Handles(PayableItemClosedV1, { loads: [[PayableItem, (item) => item.payableItemId]] })
  async handle({ body: { payableItemId, closedOn } }: Received<PayableItemClosedV1>): Promise<void> {
    const known = await this.items.find(payableItemId);
    if (known?.state === 'published') this.items.save({ ...known, closedOn });
  }
}
