import { dongText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { PublishItems } from '../notices/publish-items';
import type { Obligation } from '../obligations/obligation.entity';
import { PayableItem } from '../obligations/payable-item.entity';
import { remainderDong } from '../obligations/payable-item.rules';

/** A deferred item is published to nobody until somebody wants to pay it, and then once (F19, L10). */
@Injectable()
export class PublishDeferred {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PublishItems,
    private readonly terms: OfficeTerms,
  ) {}

  /** Ids of what can be paid from now on; none when all of it could before. */
  async run(obligation: Obligation, causationId?: string): Promise<readonly string[]> {
    const published: string[] = [];
    for (const { payableItemId } of obligation.deferred) {
      const item = await this.unitOfWork.get(PayableItem, payableItemId);
      if (item.publishedOn !== undefined) continue;
      const shown = { ...item, publishedOn: this.terms.today() };
      this.unitOfWork.save(PayableItem, shown);
      const { office, collection } = obligation;
      const whose = { office, collection, ...(causationId !== undefined && { causationId }) };
      this.items.publish([{ item: shown, publishedDong: dongText(remainderDong(shown)) }], whose);
      published.push(payableItemId);
    }
    return published;
  }
}
