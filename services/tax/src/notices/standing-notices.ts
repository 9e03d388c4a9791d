import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { PayableItem } from '../obligations/payable-item.entity';
import { PaymentNoticeRow } from './payment-notice.entity';

const noticesSql = `select number from payment_notice where dossier_code = $1 and superseded_by is null
  and withdrawal is null order by number`;
const itemsSql = `select payable_item_id as id from payable_item where dossier_code = $1 and state <> 'closed' order by 1`;

/** What a dossier has been told and still owes, as rows that are locked until the end. */
export interface StandingRows {
  readonly notices: readonly PaymentNoticeRow[];
  /** Late interest too; none that is closed. */
  readonly items: readonly PayableItem[];
}

/** Notices of a dossier that are neither replaced nor withdrawn, with their items. */
@Injectable()
export class StandingNotices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(dossierCode: string): Promise<StandingRows> {
    const numbers = await this.unitOfWork.query<{ number: string }>(noticesSql, [dossierCode]);
    const ids = await this.unitOfWork.query<{ id: string }>(itemsSql, [dossierCode]);
    const notices: PaymentNoticeRow[] = [];
    for (const { number } of numbers) notices.push(await this.unitOfWork.get(PaymentNoticeRow, number));
    const items: PayableItem[] = [];
    for (const { id } of ids) items.push(await this.unitOfWork.get(PayableItem, id));
    return { notices, items };
  }
}
