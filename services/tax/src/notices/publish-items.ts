import {
  type Collection,
  officeByTreasuryCode,
  PayableItemClosedV1,
  PayableItemPublishedV1,
  PayableItemPublishedV2,
  versionForPayers,
} from '@lienthong/contracts';
import type { SendOptions } from '@lienthong/persistence';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import type { PayableItem } from '../obligations/payable-item.entity';
import { taxErrors } from '../tax.errors';
import type { OpenedItem } from './notice-changes.state';
import { publishedItem } from './payment-notices.rules';

const COLLECTING_BANK = { member: 'collecting-bank', office: 'head-office' } as const;

/** Whose items, where their money goes, and the message that brought them about. */
export interface PublishedFor {
  readonly office: string;
  readonly collection: Collection;
  readonly causationId?: string;
}

/** What bank and treasury know of payable items: published to be paid (M31), closed when they are owed no more (M22, M23). */
@Injectable()
export class PublishItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: OfficeTerms,
  ) {}

  publish(opened: readonly OpenedItem[], whose: PublishedFor): void {
    for (const { item, publishedDong } of opened) {
      if (publishedDong === '0') continue;
      const body = publishedItem(item, publishedDong, whose.collection);
      const version = versionForPayers([body.payerNumber], PayableItemPublishedV1, PayableItemPublishedV2);
      this.unitOfWork.send(version, body, this.route(whose));
    }
  }

  close(closed: readonly PayableItem[], whose: PublishedFor): void {
    for (const { payableItemId, noticeNumber, closedOn, closedFor: reason, replacedBy } of closed) {
      if (closedOn === undefined || reason === undefined) continue;
      const body = { payableItemId, noticeNumber, closedOn, reason, ...(replacedBy !== undefined && { replacedBy }) };
      this.unitOfWork.send(PayableItemClosedV1, body, this.route(whose));
    }
  }

  private route({ office: fromOffice, collection, causationId }: PublishedFor): SendOptions {
    const to = [COLLECTING_BANK, { member: 'treasury', office: this.treasuryOf(collection) }];
    return { fromOffice, to, ...(causationId !== undefined && { causationId }) };
  }

  private treasuryOf({ treasuryCode, areaCode }: Collection): string {
    const office = officeByTreasuryCode(treasuryCode, this.terms.today());
    if (!office) throw taxErrors.COLLECTION_UNKNOWN({ member: 'treasury', communeCode: areaCode });
    return office.id;
  }
}
