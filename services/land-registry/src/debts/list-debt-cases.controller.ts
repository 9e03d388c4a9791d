import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, ListRequest, type Page, Roles } from '@lienthong/service-host';
import { DebtCases } from './debt-cases';

/** What is owed again although the certificate is signed (F16). */
@ApiTags('debt-cases')
@Controller('debt-cases')
export class ListDebtCasesController {
  constructor(private readonly debts: DebtCases) {}

  @Get()
  @Roles('land-officer', 'land-leader', 'agency-leader')
  list(@Query() wanted: ListRequest, @CurrentActor() { office }: Actor): Promise<Page<object>> {
    return this.debts.ofOffice(office, wanted);
  }
}
