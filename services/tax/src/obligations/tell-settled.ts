import type { SendOptions } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { TellDeferredDebt } from '../deferrals/tell-deferred-debt';
import { TaxGateway } from '../gateway/tax-gateway';
import type { Obligation } from './obligation.entity';
import { fulfilment } from './obligation.rules';
import type { PayableItem } from './payable-item.entity';

/** An obligation before and after an item of it was settled. */
export interface Counted {
  readonly before: Obligation;
  readonly after: Obligation;
}

/** M40 is said once; a debt that it named is paid by a word of its own. */
@Injectable()
export class TellSettled {
  constructor(
    private readonly gateway: TaxGateway,
    private readonly deferredDebt: TellDeferredDebt,
  ) {}

  async run(item: PayableItem, { before, after }: Counted, both: SendOptions): Promise<void> {
    const body = before.fulfilledOn === undefined ? fulfilment(after) : undefined;
    if (body) this.gateway.obligationFulfilled(body, both);
    else if (item.deferred && before.fulfilledOn !== undefined) await this.deferredDebt.run(after);
  }
}
