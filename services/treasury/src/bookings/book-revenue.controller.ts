import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { treasuryErrors } from '../treasury.errors';
import { BookRevenue } from './book-revenue';
import { BookRevenueRequest } from './book-revenue.request';

/** The treasury clerk of the credited office books a voucher. */
@Controller('bookings')
@ApiTags('bookings')
export class BookRevenueController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revenue: BookRevenue,
  ) {}

  @Post()
  @Roles('treasury-clerk')
  @Decides(CreditAdviceRow, { field: 'reference' })
  @Creates()
  async book(
    @Body() { reference }: BookRevenueRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly entryNumber: string; readonly bookedOn: string }> {
    const advice = await this.unitOfWork.find(CreditAdviceRow, reference);
    if (!advice) throw treasuryErrors.NO_CREDIT_ADVICE({ reference });
    requireOffice(actor, advice.office);
    const { entryNumber, bookedOn } = await this.revenue.book(advice, actor.id);
    return { entryNumber, bookedOn };
  }
}
