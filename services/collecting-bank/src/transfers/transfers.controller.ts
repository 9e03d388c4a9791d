import { instantText } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  CurrentActor,
  Decides,
  ListRequest,
  type Page,
  pageOf,
  placeOf,
  requireOffice,
  Roles,
} from '@lienthong/service-host';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Voucher } from '../payments/voucher.entity';
import { TransferMoney } from './transfer-money';

const WAITING = `
select reference, transfer_by as "transferBy", total_dong::text as "totalDong", treasury_code as "treasuryCode" from voucher
 where office = $1 and transferred_at is null and (transfer_by, reference) > ($2::timestamptz, $3)
 order by transfer_by, reference limit $4`;

interface Row {
  readonly reference: string;
  readonly transferBy: Date;
  readonly totalDong: string;
  readonly treasuryCode: string;
}

export interface TransferView {
  readonly reference: string;
  readonly transferBy: string;
  readonly totalDong: string;
  readonly treasuryCode: string;
}

/** M33 where a clerk sends the money (policy `transfer`): what waits, the most pressing first, and the sending. */
@Controller('transfers')
@ApiTags('transfers')
@Roles('bank-clerk')
export class TransfersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transfers: TransferMoney,
  ) {}

  @Get()
  async waiting(
    @Query() { limit, cursor }: ListRequest,
    @CurrentActor() { office }: Actor,
  ): Promise<Page<TransferView>> {
    const [since = '-infinity', after = ''] = cursor === undefined ? [] : placeOf(cursor, 2);
    const rows = await this.unitOfWork.query<Row>(WAITING, [office, since, after, limit + 1]);
    return pageOf(rows, limit, {
      view: ({ transferBy, ...row }) => ({ ...row, transferBy: instantText(transferBy) }),
      place: ({ transferBy, reference }) => [transferBy.toISOString(), reference],
    });
  }

  @Post(':reference')
  @HttpCode(200)
  @Decides(Voucher, { param: 'reference' })
  async transfer(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly reference: string; readonly transferredAt: string; readonly isLate: boolean }> {
    const voucher = await this.unitOfWork.find(Voucher, reference);
    if (!voucher) throw persistenceErrors.NOT_FOUND({ entity: 'voucher', key: reference });
    requireOffice(actor, voucher.office);
    const sent = this.transfers.transferred(voucher);
    this.unitOfWork.save(Voucher, sent);
    const { transferredAt = voucher.transferBy, transferBy } = sent;
    return { reference, transferredAt: instantText(transferredAt), isLate: transferredAt > transferBy };
  }
}
