import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { Obligation } from '../obligations/obligation.entity';
import { PayableItem } from '../obligations/payable-item.entity';
import { noticeKey, PaymentNoticeRow } from './payment-notice.entity';

/** What a dossier has been told and still owes, as rows that are locked until the end. */
export interface StandingRows {
  readonly notices: readonly PaymentNoticeRow[];
  /** Late interest too; none that is closed. */
  readonly items: readonly PayableItem[];
}

/**
 * Notices of a dossier that are neither replaced nor withdrawn, with their items: by the keys that its obligation holds, so that
 * what the same transaction has just recorded is among them.
 */
@Injectable()
export class StandingNotices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(dossierCode: string): Promise<StandingRows> {
    const obligation = await this.unitOfWork.find(Obligation, dossierCode);
    const notices: PaymentNoticeRow[] = [];
    for (const number of obligation?.noticeNumbers ?? [])
      notices.push(await this.unitOfWork.get(PaymentNoticeRow, noticeKey(number, dossierCode)));
    const items: PayableItem[] = [];
    for (const id of obligation?.itemIds ?? []) items.push(await this.unitOfWork.get(PayableItem, id));
    return { notices, items };
  }
}
