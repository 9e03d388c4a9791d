import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, type Page, pageOf, placeOf, Roles } from '@lienthong/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SearchPaymentsRequest } from './search-payments.request';

/** References by what is known of a payment: `$2` is compared whole and by an index. */
const REFERENCES: Readonly<Record<SearchPaymentsRequest['by'], string>> = {
  reference: 'select $2::text as reference',
  'payable-item': `select reference from ledger_entry where payable_item_id = $2
    union select unnest(array_append(array(select jsonb_array_elements_text(more_references)), reference))
      from payable_item where payable_item_id = $2 and reference is not null`,
  payer: `select unnest(array_append(array(select jsonb_array_elements_text(more_references)), reference))
      from payable_item where payer_number = $2 and reference is not null
    union select l.reference from payable_item i join ledger_entry l using (payable_item_id) where i.payer_number = $2
    union select reference from credit_advice where payer_number = $2`,
};

function searchSql(by: SearchPaymentsRequest['by']): string {
  return `
select a.reference, a.state, a.debit_date::text as "debitDate", a.total_dong::text as "totalDong", b.entry_number as "entryNumber",
       b.booked_on::text as "bookedOn", coalesce(b.is_reversed, false) as "isReversed", a.investigation_id as "investigationId"
  from credit_advice a left join booking b using (reference)
 where a.office = $1 and a.reference in (${REFERENCES[by]}) and a.reference > $3 order by a.reference limit $4`;
}

export interface FoundPayment {
  readonly reference: string;
  readonly state: string;
  readonly debitDate: string;
  readonly totalDong: string;
  readonly entryNumber?: string;
  readonly bookedOn?: string;
  readonly isReversed: boolean;
  readonly investigationId?: string;
}

/** Payments of the own office by reference, by ID khoản phải nộp or by payer. */
@Controller('payments')
@ApiTags('payments')
export class SearchPaymentsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Roles('treasury-clerk', 'agency-leader')
  async search(
    @Query() { by, value, limit, cursor }: SearchPaymentsRequest,
    @CurrentActor() { office }: Actor,
  ): Promise<Page<FoundPayment>> {
    const [after = ''] = cursor === undefined ? [] : placeOf(cursor, 1);
    const rows = await this.unitOfWork.query<FoundPayment>(searchSql(by), [office, value, after, limit + 1]);
    return pageOf(rows, limit, { view: (row) => row, place: ({ reference }) => [reference] });
  }
}
