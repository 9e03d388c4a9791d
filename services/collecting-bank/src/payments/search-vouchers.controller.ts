import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, type Page, pageOf, placeOf, Roles } from '@lienthong/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SearchVouchersRequest } from './search-vouchers.request';

const WHERE: Readonly<Record<SearchVouchersRequest['by'], string>> = {
  reference: 'reference = $2',
  'payable-item': `lines @> jsonb_build_array(jsonb_build_object('payableItemId', $2::text))`,
  payer: 'payer_number = $2',
};

export interface FoundVoucher {
  readonly reference: string;
  readonly debitDate: string;
  readonly totalDong: string;
  readonly channel: string;
}

/** The clerk's search of vouchers by reference, by ID khoản phải nộp or by payer. */
@Controller('vouchers')
@ApiTags('payments')
export class SearchVouchersController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Roles('bank-clerk')
  async search(
    @Query() { by, value, limit, cursor }: SearchVouchersRequest,
    @CurrentActor() { office }: Actor,
  ): Promise<Page<FoundVoucher>> {
    const [after = ''] = cursor === undefined ? [] : placeOf(cursor, 1);
    const sql = `select reference, debit_date::text as "debitDate", total_dong::text as "totalDong", channel from voucher
      where office = $1 and ${WHERE[by]} and reference > $3 order by reference limit $4`;
    const rows = await this.unitOfWork.query<FoundVoucher>(sql, [office, value, after, limit + 1]);
    return pageOf(rows, limit, { view: (row) => row, place: ({ reference }) => [reference] });
  }
}
