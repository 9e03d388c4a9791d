import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { treasuryErrors } from '../treasury.errors';
import { BookRevenue } from './book-revenue';
import { Booking } from './booking.entity';
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
  async book(@Body() { reference, totalDong }: BookRevenueRequest, @CurrentActor() actor: Actor): Promise<BookedView> {
    const advice = await this.unitOfWork.find(CreditAdviceRow, reference);
    if (!advice) throw treasuryErrors.NO_CREDIT_ADVICE({ reference });
    requireOffice(actor, advice.office);
    if (totalDong !== undefined && totalDong !== advice.totalDong) {
      throw treasuryErrors.AMOUNT_DIFFERS({ reference, totalDong: advice.totalDong });
    }
    const known = advice.state === 'booked' ? await this.unitOfWork.read(Booking, reference) : undefined;
    const { entryNumber, bookedOn } = known ?? (await this.revenue.book(advice, actor.id));
    return { entryNumber, bookedOn, alreadyDone: known !== undefined };
  }
}

export interface BookedView {
  readonly entryNumber: string;
  readonly bookedOn: string;
  /** F13: the reference had been booked before; this is the first result. */
  readonly alreadyDone: boolean;
}
